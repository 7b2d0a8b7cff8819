// What kinds of surface the lighting tells apart, and how they are kept in a byte.
#define CLASS_PLAIN 0.0
#define CLASS_SKIN 1.0
#define CLASS_LEAF 2.0
#define CLASS_GLASS 3.0
#define CLASS_WATER 4.0
#define CLASS_GLOWING 5.0
#define CLASS_GRASS 6.0  // lit as leaves; too fine to be outlined

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
