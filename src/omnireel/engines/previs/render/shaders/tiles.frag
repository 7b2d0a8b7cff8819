// One pixel per tile: the longest motion in it and how far the motions differ, in pixels.
#include "motion_pack.glsl"
uniform sampler2D motion_map;
out vec4 longest;

void main() {
    ivec2 corner = ivec2(gl_FragCoord.xy) * TILE;
    ivec2 last = textureSize(motion_map, 0) - 1;
    vec2 best = vec2(0.0), low = vec2(99.0), high = vec2(-99.0);
    float most = 0.0;
    for (int y = 0; y < TILE; y += 2) {
        for (int x = 0; x < TILE; x += 2) {
            vec2 m = unpack_motion(texelFetch(motion_map, min(corner + ivec2(x, y), last), 0).rg);
            float l = dot(m, m);
            best = l > most ? m : best;
            most = max(l, most);
            low = min(low, m);
            high = max(high, m);
        }
    }
    longest = vec4(best, high - low);
}
