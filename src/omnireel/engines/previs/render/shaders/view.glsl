// Depths and positions of a pixel.
float linear_depth(float d) {
    return lens.z * lens.w / (lens.w - d * (lens.w - lens.z));
}

vec3 view_position(vec2 at, float z) {
    return vec3((at * 2.0 - 1.0) * lens.xy * z, -z);
}

// Interleaved gradient noise (Jimenez 2014): even over any 3 by 3 pixels.
float gradient_noise(vec2 pixel) {
    return fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
}
