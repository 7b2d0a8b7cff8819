// What lies behind everything: sky with sun, clouds and stars, or the far wall of a room.
#include "frame.glsl"
#include "view.glsl"
#include "sky.glsl"
in vec2 uv;
uniform sampler2D noise_map;
#include "motion.glsl"
layout(location = 0) out vec4 lit;
#if MOTION
layout(location = 1) out vec4 motion;
#endif

vec3 clouds(vec3 c, vec3 toward) {
    vec2 p = toward.xz / (max(toward.y, 0.0) + 0.22);
    float t = eye_time.w;
    float body = texture(noise_map, p * 0.11 + t * 0.0015).r * 0.5
        + texture(noise_map, p * 0.23 + vec2(t * 0.002, 0.4)).g * 0.3
        + texture(noise_map, p * 0.61).b * 0.2;
    float sunward = texture(noise_map, (p + sun_direction.xz * 0.15) * 0.11 + t * 0.0015).r;
    float cover = smoothstep(0.52 - 0.14 * sky_high.w, 0.72, body) * smoothstep(0.015, 0.16, toward.y);
    vec3 bright = sky_low.rgb * 1.15 + sun_light.rgb * 0.10;
    vec3 dark = sky_high.rgb * 0.5 + sky_low.rgb * 0.35;
    vec3 cloud = mix(bright, dark, clamp((sunward - 0.35) * 1.2, 0.0, 1.0));
    return mix(c, cloud, cover * 0.9 * min(sky_high.w * 4.0, 1.0));
}

float star(vec3 toward) {
    vec2 p = toward.xz / (abs(toward.y) + 0.3) * 60.0 + (toward.y < 0.0 ? 31.0 : 0.0);
    vec2 cell = floor(p);
    float chance = fract(sin(dot(cell, vec2(12.99, 78.23))) * 43758.5);
    vec2 off = p - cell - 0.5 + (fract(chance * vec2(91.0, 53.0)) - 0.5) * 0.6;
    return step(0.93, chance) * smoothstep(0.14, 0.0, length(off)) * fract(chance * 37.0);
}

void main() {
    vec3 toward = normalize((view_to_world * vec4(view_position(uv, 1.0), 0.0)).xyz);
    vec3 outside = sky_light(toward);
    outside += sun_light.rgb * 5.0 * smoothstep(0.9990, 0.9996, dot(toward, sun_direction.xyz));
    outside = clouds(outside, toward) + sky_low.w * star(toward) * 2.0;
    vec3 inside = mix(sky_low.rgb, sky_high.rgb, smoothstep(-0.5, 0.8, toward.y));
    // Stars are points: a lens out of focus would make them discs.
    lit = vec4(mix(outside, inside, ground_light.w), mix(200.0, focus.x, step(0.5, sky_low.w)));
#if MOTION
    motion = vec4(pack_motion(camera_motion(view_position(uv, 200.0))), 0.0, 0.0);
#endif
}
