// Signed square root of pixels, up to 64 of them, in two bytes.
vec2 pack_motion(vec2 pixels) {
    vec2 share = clamp(pixels / 64.0, -1.0, 1.0);
    return (sign(share) * sqrt(abs(share)) * 127.0 + 127.5) / 255.0;
}

vec2 unpack_motion(vec2 bytes) {
    vec2 share = (floor(bytes * 255.0) - 127.0) / 127.0;
    return sign(share) * share * share * 64.0;
}
