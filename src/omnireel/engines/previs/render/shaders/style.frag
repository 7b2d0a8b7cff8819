// Turns the graded frame into a style's: STROKE says how it draws, the uniforms with what colours.
#include "frame.glsl"
#include "pack.glsl"
#include "view.glsl"
#include "classes.glsl"
#define STROKE_CEL 1
#define STROKE_HATCH 2
#define STROKE_PAINT 3
#define STROKE_PIXEL 4
#define STROKE_DOTS 5
#define STROKE_CELLS 6
in vec2 uv;
uniform sampler2D picture;
uniform sampler2D depth_map;
uniform sampler2D normal_map;
uniform sampler2D surface_map;
uniform sampler2D noise_map;
uniform vec4 drawing;   // size in pixels, tones, line, pixels per pixel at 720
uniform vec4 coloring;  // saturation, contrast, duotone, scanlines
uniform vec3 darkest;
uniform vec3 brightest;
out vec4 styled;

float luma_of(vec3 c) {
    return dot(c, vec3(0.3, 0.59, 0.11));
}

float grass_at(vec2 at) {
    float kind = floor(texture(surface_map, at).g * (255.0 / 32.0) + 0.01);
    return kind == CLASS_GRASS ? 1.0 : 0.0;
}

// How much of an outline passes here: bends of the distance and of the normal.
float outline() {
    vec2 px = extent.zw * max(drawing.w, 0.75);
    float z = linear_depth(texture(depth_map, uv).r);
    vec3 n = unpack_normal(texture(normal_map, uv).rgb);
    float bend = 0.0, turn = 0.0, grass = grass_at(uv);
    for (int i = 0; i < 2; i++) {
        vec2 way = i == 0 ? vec2(px.x, 0.0) : vec2(0.0, px.y);
        float ahead = linear_depth(texture(depth_map, uv + way).r);
        float back = linear_depth(texture(depth_map, uv - way).r);
        bend = max(bend, abs(ahead + back - 2.0 * z));
        grass = max(grass, max(grass_at(uv + way), grass_at(uv - way)));
        turn = max(turn, 1.0 - dot(n, unpack_normal(texture(normal_map, uv + way).rgb)));
    }
    float near = smoothstep(60.0, 35.0, z) * (1.0 - 0.9 * grass);
    return max(smoothstep(0.02, 0.06, bend / z), smoothstep(0.35, 0.8, turn)) * near;
}

vec3 flat_tones(vec3 c, float tones) {
    float l = luma_of(c);
    float at = l * tones;
    float level = (floor(at) + smoothstep(0.35, 0.65, fract(at))) / tones;
    return clamp(c * mix(l, level, 0.85) / (l + 1e-3), 0.0, 1.0);
}

float hatching(float l) {
    vec2 p = gl_FragCoord.xy / max(drawing.x, 1.0);
    vec2 wobble = texture(noise_map, gl_FragCoord.xy * 0.0041 / drawing.w).rg * 5.0;
    float first = 0.5 + 0.5 * sin((p.x + p.y) * 2.0 + wobble.x);
    float second = 0.5 + 0.5 * sin((p.x - p.y) * 2.0 + wobble.y);
    float third = 0.5 + 0.5 * sin(p.y * 2.6 + wobble.x);
    float ink = smoothstep(0.35, 0.65, first) * smoothstep(0.72, 0.50, l);
    ink += smoothstep(0.40, 0.70, second) * smoothstep(0.50, 0.28, l);
    ink += smoothstep(0.45, 0.75, third) * smoothstep(0.30, 0.10, l);
    return clamp(ink, 0.0, 1.0);
}

#if STROKE == STROKE_PAINT
// Kuwahara 1976: the mean of the calmest of the four squares around the pixel.
vec3 brushed() {
    vec2 px = extent.zw * max(drawing.x / 3.0, 1.0);
    vec3 best = vec3(0.0);
    float calm = 1e9;
    for (int k = 0; k < 4; k++) {
        vec2 way = vec2((k & 1) * 2 - 1, (k >> 1) * 2 - 1) * px;
        vec3 sum = vec3(0.0);
        float square = 0.0;
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 4; i++) {
                vec4 c = texture(picture, uv + way * vec2(i, j));
                sum += c.rgb;
                square += c.a * c.a;
            }
        }
        sum *= 1.0 / 16.0;
        float l = luma_of(sum);
        float variance = abs(square / 16.0 - l * l);
        best = variance < calm ? sum : best;
        calm = min(variance, calm);
    }
    return best;
}
#endif

#if STROKE == STROKE_CELLS
vec2 cell_point(vec2 cell) {
    vec2 h = fract(sin(vec2(dot(cell, vec2(127.1, 311.7)), dot(cell, vec2(269.5, 183.3)))) * 4375.85);
    return cell + 0.15 + 0.7 * h;
}

vec3 celled() {
    vec2 p = gl_FragCoord.xy / drawing.x;
    vec2 home = floor(p), nearest = vec2(0.0);
    float first = 9.0, second = 9.0;
    for (int j = -1; j <= 1; j++) {
        for (int i = -1; i <= 1; i++) {
            vec2 q = cell_point(home + vec2(i, j));
            float d = length(q - p);
            second = d < first ? first : min(second, d);
            nearest = d < first ? q : nearest;
            first = min(first, d);
        }
    }
    vec3 c = texture(picture, nearest * drawing.x * extent.zw).rgb;
    return c * mix(0.12, 1.0, smoothstep(0.06, 0.13, second - first));
}
#endif

void main() {
    vec3 c = texture(picture, uv).rgb;
    float ink = 0.0;
#if STROKE == STROKE_PIXEL
    vec2 block = (floor(gl_FragCoord.xy / drawing.x) + 0.5) * drawing.x;
    c = texture(picture, block * extent.zw).rgb;
    float dither = fract(dot(floor(gl_FragCoord.xy / drawing.x), vec2(0.5, 0.25))) - 0.375;
    c = floor(c * drawing.y + 0.5 + dither * 0.6) / drawing.y;
#elif STROKE == STROKE_PAINT
    c = brushed();
    vec2 p = gl_FragCoord.xy / drawing.w;
    float canvas = texture(noise_map, p * 0.0057).b + texture(noise_map, mat2(0.8, 0.6, -0.6, 0.8) * p * 0.0031).r;
    c *= 0.90 + 0.10 * canvas;
    ink = outline() * drawing.z;
#elif STROKE == STROKE_CELLS
    c = celled();
#elif STROKE == STROKE_CEL
    c = flat_tones(c, drawing.y);
    ink = outline() * drawing.z;
#elif STROKE == STROKE_DOTS
    float tone = luma_of(c);
    c = flat_tones(c, drawing.y);
    vec2 p = mat2(0.7071, 0.7071, -0.7071, 0.7071) * gl_FragCoord.xy / drawing.x;
    float dot_size = clamp(0.75 - tone, 0.0, 0.6);
    float dots = smoothstep(dot_size + 0.08, dot_size - 0.08, length(fract(p) - 0.5));
    c *= 1.0 - 0.45 * dots * step(0.02, dot_size);
    ink = outline() * drawing.z;
#elif STROKE == STROKE_HATCH
    float tone = luma_of(c);
    float lines = drawing.x > 0.0 ? hatching(tone) : 0.0;
    float covered = max(lines * 0.85, outline() * drawing.z);
    c = mix(mix(vec3(1.0), c, 0.9 * (1.0 - coloring.z)), c * (1.0 - coloring.z), covered);
#endif
    c = mix(c, vec3(0.07, 0.05, 0.10), ink);
    c = clamp(mix(vec3(luma_of(c)), c, coloring.x), 0.0, 1.0);
    c = mix(c, c * c * (3.0 - 2.0 * c), coloring.y);
    c = mix(c, mix(darkest, brightest, luma_of(c)), coloring.z);
    float row = gl_FragCoord.y / drawing.w;
    c *= 1.0 - coloring.w * (0.5 + 0.5 * sin(row * 2.1));
    styled = vec4(c, luma_of(c));
}
