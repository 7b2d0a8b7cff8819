// Blur along the longest motion nearby (after McGuire et al. 2012, a reconstruction filter).
// UNIFORM: all that is near moves alike, so that nothing has to be weighed.
#include "frame.glsl"
#include "view.glsl"
#include "motion_pack.glsl"
flat in vec2 longest;
uniform sampler2D picture;     // lit colour and distance
uniform sampler2D motion_map;
out vec4 moved;

// The share of a streak of this length that reaches so far from its middle.
float cone(float away, float streak) {
    return clamp(1.0 - away / max(streak, 0.5), 0.0, 1.0);
}

void main() {
    vec2 at = gl_FragCoord.xy;
    vec4 middle = texelFetch(picture, ivec2(at), 0);
    float jitter = gradient_noise(at) - 0.5;
#if UNIFORM
    float weight = 1.0;
#else
    vec2 mine = unpack_motion(texelFetch(motion_map, ivec2(at), 0).rg);
    float size = length(mine);
    mine *= min(1.0, counts.y / max(size, 1e-3));
    float own = min(size, counts.y) * 0.5;
    mine = own > 0.4 ? mine : longest;
    float weight = 1.0 / max(own, 1.0);
#endif
    vec3 sum = middle.rgb * weight;
    int taps = min(int(length(longest) * 0.6) + 3, MOTION_TAPS);  // the same all over the tile
    for (int i = 0; i < taps; i++) {
        float along = (float(i) + 0.5 + jitter) / float(taps) - 0.5;
#if UNIFORM
        vec2 offset = longest * along;
#else
        vec2 offset = ((i & 1) == 0 ? longest : mine) * along;  // as Guertin et al. 2014
#endif
        ivec2 there = ivec2(clamp(at + offset, vec2(0.0), extent.xy - 1.0));
        vec4 c = texelFetch(picture, there, 0);
#if UNIFORM
        sum += c.rgb;
        weight += 1.0;
#else
        float theirs = min(length(unpack_motion(texelFetch(motion_map, there, 0).rg)), counts.y) * 0.5;
        float away = length(offset);
        float nearer = clamp((middle.a - c.a) / (0.05 * middle.a) + 0.5, 0.0, 1.0);
        float k = nearer * cone(away, theirs) + (1.0 - nearer) * cone(away, own);
        k += 2.0 * step(away, min(theirs, own));
        sum += c.rgb * k;
        weight += k;
#endif
    }
    moved = vec4(sum / weight, middle.a);
}
