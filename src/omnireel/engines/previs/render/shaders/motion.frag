// Blur along the longest motion nearby (after McGuire et al. 2012, a reconstruction filter).
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
    vec2 texel = extent.zw;
    vec4 middle = texture(picture, at * texel);
    float own = min(length(unpack_motion(texture(motion_map, at * texel).rg)), counts.y) * 0.5;
    float jitter = gradient_noise(at) - 0.5;
    float weight = 1.0 / max(own, 1.0);
    vec3 sum = middle.rgb * weight;
    for (int i = 0; i < MOTION_TAPS; i++) {
        float along = (float(i) + 0.5 + jitter) / float(MOTION_TAPS) - 0.5;
        vec2 offset = longest * along;
        vec2 there = (floor(at + offset) + 0.5) * texel;
        vec4 c = texture(picture, there);
        float theirs = min(length(unpack_motion(texture(motion_map, there).rg)), counts.y) * 0.5;
        float away = length(offset);
        float nearer = clamp((middle.a - c.a) / (0.05 * middle.a) + 0.5, 0.0, 1.0);
        float k = nearer * cone(away, theirs) + (1.0 - nearer) * cone(away, own);
        k += 2.0 * step(away, min(theirs, own));
        sum += c.rgb * k;
        weight += k;
    }
    moved = vec4(sum / weight, middle.a);
}
