// Fast approximate antialiasing (Lottes 2009) or the mean of a larger picture; then film grain.
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

#if OVERSAMPLED
vec3 antialiased() {
    return texture(picture, uv).rgb;  // between the pixels that this one is made of: their mean
}
#else
float luma_at(ivec2 at) {
    return texelFetch(picture, clamp(at, ivec2(0), ivec2(extent.xy) - 1), 0).a;
}

vec3 antialiased() {
    ivec2 at = ivec2(uv * extent.xy);
    vec4 m = texelFetch(picture, at, 0);
    float nw = luma_at(at + ivec2(-1, -1)), ne = luma_at(at + ivec2(1, -1));
    float sw = luma_at(at + ivec2(-1, 1)), se = luma_at(at + ivec2(1, 1));
    float low = min(m.a, min(min(nw, ne), min(sw, se)));
    float high = max(m.a, max(max(nw, ne), max(sw, se)));
    vec2 along = vec2(sw + se - nw - ne, nw + sw - ne - se);
    float soften = max((nw + ne + sw + se) * 0.03125, 0.0078);
    along = clamp(along / (min(abs(along.x), abs(along.y)) + soften), -6.0, 6.0) * extent.zw;
    vec2 third = along * 0.166667, half_way = along * 0.5;
    vec3 inner = 0.5 * (texture(picture, uv - third).rgb + texture(picture, uv + third).rgb);
    vec3 outer = texture(picture, uv - half_way).rgb + texture(picture, uv + half_way).rgb;
    outer = inner * 0.5 + 0.25 * outer;
    float luma = dot(outer, vec3(0.3, 0.59, 0.11));
    vec3 smoothed = luma < low || luma > high ? inner : outer;
    return high - low > max(0.04, high * 0.10) ? smoothed : m.rgb;
}
#endif

void main() {
    vec3 c = antialiased();
    float bright = dot(c, vec3(0.3, 0.59, 0.11));
    uvec2 cell = uvec2(gl_FragCoord.xy);
    float seed = hash(cell.x + cell.y * 8192u + uint(grade.w) * 26699u) - 0.5;
    // From the rounded colour, so that both readings of a frame agree.
    c = floor(clamp(c + seed * grade.z * (1.5 - bright), 0.0, 1.0) * 255.0 + 0.5) / 255.0;
    frame_color = vec4(c, 1.0);
    frame_luma = vec4((16.0 + 219.0 * dot(c, vec3(0.2126, 0.7152, 0.0722))) / 255.0);
}
