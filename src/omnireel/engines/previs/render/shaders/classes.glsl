// What kinds of surface the lighting tells apart, and how they are kept in a byte.
#define CLASS_PLAIN 0.0
#define CLASS_SKIN 1.0
#define CLASS_LEAF 2.0
#define CLASS_GLASS 3.0
#define CLASS_WATER 4.0
#define CLASS_GLOWING 5.0

struct Surface {
    vec3 albedo;
    vec3 normal;
    float roughness;
    float metallic;
    float emission;
    float openness;
    float kind;
};

// Three bits of class, five of metallic or, for what glows, of the emission's logarithm.
float pack_class(Surface s) {
    bool glows = s.emission > 0.0;
    float kind = glows ? CLASS_GLOWING : s.kind;
    float trait = glows ? clamp(log2(s.emission) * 3.0 + 15.0, 0.0, 31.0) : s.metallic * 31.0;
    return (kind * 32.0 + floor(trait + 0.5)) / 255.0;
}

// Signed square root of pixels over the longest motion.
vec2 pack_motion(vec2 pixels) {
    vec2 share = clamp(pixels / 64.0, -1.0, 1.0);
    return (sign(share) * sqrt(abs(share)) * 127.0 + 127.5) / 255.0;
}

vec2 unpack_motion(vec2 bytes) {
    vec2 share = (floor(bytes * 255.0) - 127.0) / 127.0;
    return sign(share) * share * share * 64.0;
}
