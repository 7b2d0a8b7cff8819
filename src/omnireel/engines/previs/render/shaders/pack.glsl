// How normals and depths are kept in eight-bit channels.
vec2 octahedral(vec3 n) {
    n /= abs(n.x) + abs(n.y) + abs(n.z);
    vec2 side = vec2(n.x >= 0.0 ? 1.0 : -1.0, n.y >= 0.0 ? 1.0 : -1.0);
    return n.z >= 0.0 ? n.xy : (1.0 - abs(n.yx)) * side;
}

vec3 from_octahedral(vec2 e) {
    vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
    vec2 side = vec2(n.x >= 0.0 ? 1.0 : -1.0, n.y >= 0.0 ? 1.0 : -1.0);
    if (n.z < 0.0) n.xy = (1.0 - abs(n.yx)) * side;
    return normalize(n);
}

// Twelve bits per axis in three channels.
vec3 pack_normal(vec3 n) {
    vec2 v = floor(clamp(octahedral(n) * 0.5 + 0.5, 0.0, 1.0) * 4095.0 + 0.5);
    vec2 high = floor(v / 16.0);
    vec2 low = v - high * 16.0;
    return vec3(high, low.x * 16.0 + low.y) / 255.0;
}

vec3 unpack_normal(vec3 packed_normal) {
    vec3 bytes = floor(packed_normal * 255.0 + 0.5);
    float low_x = floor(bytes.z / 16.0);
    vec2 v = bytes.xy * 16.0 + vec2(low_x, bytes.z - low_x * 16.0);
    return from_octahedral(v * (2.0 / 4095.0) - 1.0);
}

// Logarithmic, up to 255 m, in two channels.
vec2 pack_distance(float z) {
    float v = floor(min(log2(1.0 + z) * 0.125, 0.99999) * 65535.0);
    float high = floor(v / 256.0);
    return vec2(high, v - high * 256.0) / 255.0;
}

// The logarithm that is kept: differences of it are shares of the distance, beyond a metre.
float unpack_log_distance(vec2 bytes) {
    return (bytes.x * 65280.0 + bytes.y * 255.0) * (8.0 / 65535.0);
}
