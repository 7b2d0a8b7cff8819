// A square for every tile near which something moves, alike (UNIFORM) or not; others have no size.
#include "frame.glsl"
uniform sampler2D tile_map;
flat out vec2 longest;

void main() {
    ivec2 count = textureSize(tile_map, 0);
    int index = gl_VertexID / 6, corner = gl_VertexID - index * 6;
    ivec2 tile = ivec2(index % count.x, index / count.x);
    vec2 best = vec2(0.0), home = texelFetch(tile_map, tile, 0).rg;
    float spread = 0.0;
    for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
            ivec2 other = clamp(tile + ivec2(x, y), ivec2(0), count - 1);
            vec4 m = texelFetch(tile_map, other, 0);
            best = dot(m.xy, m.xy) > dot(best, best) ? m.xy : best;
            spread = max(spread, length(m.zw) + length(m.xy - home));
        }
    }
    float size = length(best);
    longest = best * min(1.0, counts.y / max(size, 1e-3));
    // Corners 0 1 2 and 2 1 3 of the square.
    int c = corner < 3 ? corner : (corner == 3 ? 2 : (corner == 4 ? 1 : 3));
    vec2 at = (vec2(tile) + vec2(c & 1, c >> 1)) * float(TILE) * extent.zw;
    bool alike = spread < 0.5 + 0.12 * size;
    gl_Position = size > 1.2 && alike == (UNIFORM == 1) ? vec4(at * 2.0 - 1.0, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
