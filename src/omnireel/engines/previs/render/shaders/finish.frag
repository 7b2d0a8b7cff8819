// Fast approximate antialiasing (Lottes 2009), then film grain.
#include "frame.glsl"
in vec2 uv;
uniform sampler2D picture;
layout(location = 0) out vec4 frame_color;
layout(location = 1) out vec4 frame_luma;

// Wellons's low-bias integer hash, as a share of its range.
float hash(uint x) {
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    x ^= x >> 16;
    return float(x) * (1.0 / 4294967296.0);
}

void main() {
    vec2 px = extent.zw;
    vec4 m = texture(picture, uv);
    float nw = texture(picture, uv + vec2(-px.x, -px.y)).a, ne = texture(picture, uv + vec2(px.x, -px.y)).a;
    float sw = texture(picture, uv + vec2(-px.x, px.y)).a, se = texture(picture, uv + px).a;
    float low = min(m.a, min(min(nw, ne), min(sw, se))), high = max(m.a, max(max(nw, ne), max(sw, se)));
    vec2 along = vec2(sw + se - nw - ne, nw + sw - ne - se);
    float soften = max((nw + ne + sw + se) * 0.03125, 0.0078);
    along = clamp(along / (min(abs(along.x), abs(along.y)) + soften), -6.0, 6.0) * px;
    vec3 inner = 0.5 * (texture(picture, uv - along * 0.166667).rgb + texture(picture, uv + along * 0.166667).rgb);
    vec3 outer = inner * 0.5 + 0.25 * (texture(picture, uv - along * 0.5).rgb + texture(picture, uv + along * 0.5).rgb);
    float luma = dot(outer, vec3(0.3, 0.59, 0.11));
    vec3 smoothed = luma < low || luma > high ? inner : outer;
    vec3 c = high - low > max(0.04, high * 0.10) ? smoothed : m.rgb;
    uvec2 cell = uvec2(gl_FragCoord.xy);
    float seed = hash(cell.x + cell.y * 8192u + uint(grade.w) * 26699u) - 0.5;
    // From the rounded colour, so that both readings of a frame agree.
    c = floor(clamp(c + seed * grade.z * (1.5 - m.a), 0.0, 1.0) * 255.0 + 0.5) / 255.0;
    frame_color = vec4(c, 1.0);
    frame_luma = vec4((16.0 + 219.0 * dot(c, vec3(0.2126, 0.7152, 0.0722))) / 255.0);
}
