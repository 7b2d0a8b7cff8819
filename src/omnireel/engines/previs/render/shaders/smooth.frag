// One direction of a blur of the half-resolution shading that keeps to its distance.
#include "pack.glsl"
in vec2 uv;
uniform sampler2D shade_map;
uniform vec2 direction;  // one pixel in uv
out vec4 shade;

void main() {
    vec4 middle = texture(shade_map, uv);
    float z = unpack_log_distance(middle.zw);
    vec2 sum = middle.xy;
    float weight = 1.0;
    for (int i = 0; i < 4; i++) {
        vec4 other = texture(shade_map, uv + direction * (i < 2 ? float(i) - 2.0 : float(i) - 1.0));
        float k = max(0.0, 1.0 - abs(unpack_log_distance(other.zw) - z) * 24.0);
        sum += other.xy * k;
        weight += k;
    }
    shade = vec4(sum / weight, middle.zw);
}
