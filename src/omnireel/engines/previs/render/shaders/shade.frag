// Half resolution: the sun's soft shadow, ambient occlusion and the distance they belong to.
#include "frame.glsl"
#include "pack.glsl"
#include "view.glsl"
in vec2 uv;
uniform sampler2D depth_map;
uniform sampler2D normal_map;
uniform sampler2DShadow shadow_map;
uniform sampler2D shadow_depth;
out vec4 shade;

vec2 spiral(int i, float count, float turn) {
    float f = (float(i) + 0.5) / count;
    float angle = turn + float(i) * 2.39996;
    return vec2(cos(angle), sin(angle)) * sqrt(f);
}

float sun_shadow(vec3 world, vec3 n, float turn) {
    float slope = 1.0 - clamp(dot(n, sun_direction.xyz), 0.0, 1.0);
    vec3 lifted = world + n * shadow_scale.w * (1.0 + 1.5 * slope);
    vec3 s = (light_projection * vec4(lifted, 1.0)).xyz * 0.5 + 0.5;
    float blockers = 0.0, depth = 0.0;
    for (int i = 0; i < 4; i++) {
        float d = texture(shadow_depth, s.xy + spiral(i, 4.0, turn) * shadow_scale.z).r;
        float in_front = d < s.z - 0.0006 ? 1.0 : 0.0;
        blockers += in_front;
        depth += d * in_front;
    }
    float gap = s.z - depth / max(blockers, 1.0);
    float widest = blockers > 0.0 ? gap * shadow_scale.y : 0.0;
    float radius = clamp(widest, shadow_scale.x * 1.3, shadow_scale.z);
    float bias = 0.0003 + radius * 0.10;
    float light = 0.0;
    for (int i = 0; i < SHADOW_TAPS; i++) {
        light += texture(shadow_map, vec3(s.xy + spiral(i, float(SHADOW_TAPS), turn) * radius, s.z - bias));
    }
    vec2 inside = step(abs(s.xy - 0.5), vec2(0.498)) ;
    return inside.x * inside.y > 0.5 ? light / float(SHADOW_TAPS) : 1.0;
}

float ambient_occlusion(vec3 at, vec3 n, float turn) {
    float reach = sun_direction.w;
    vec2 scale = vec2(reach / (at.z * -2.0)) / lens.xy;
    scale = min(scale, vec2(0.12, 0.12 * lens.x / lens.y));
    float sum = 0.0;
    for (int i = 0; i < OCCLUSION_TAPS; i++) {
        float f = (float(i) + 0.5) / float(OCCLUSION_TAPS);
        float angle = turn + f * 15.1;
        float wider = (i & 1) == 0 ? 1.0 : 3.0;  // every other sample looks farther away
        vec2 u = uv + vec2(cos(angle), sin(angle)) * min(f * wider * scale, vec2(0.12));
        vec3 q = view_position(u, linear_depth(texture(depth_map, u).r)) - at;
        float l = length(q);
        sum += max(dot(n, q) / (l + 1e-4) - 0.10, 0.0) * smoothstep(1.3, 0.0, l / (reach * wider));
    }
    return clamp(1.0 - sum * 2.4 / float(OCCLUSION_TAPS), 0.0, 1.0);
}

void main() {
    float z = linear_depth(texture(depth_map, uv).r);
    vec3 at = view_position(uv, z);
    vec3 n = unpack_normal(texture(normal_map, uv).rgb);
    float turn = 6.2832 * gradient_noise(gl_FragCoord.xy);
    vec3 world = (view_to_world * vec4(at, 1.0)).xyz;
    float light = sun_shadow(world, n, turn);
    float open = ambient_occlusion(at, (transpose(view_to_world) * vec4(n, 0.0)).xyz, turn);
    shade = vec4(light, open, pack_distance(z));
}
