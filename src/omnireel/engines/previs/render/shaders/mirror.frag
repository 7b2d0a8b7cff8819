// Half resolution: what a smooth surface mirrors of the picture, found along the mirrored ray,
// with a rough idea of its light: its colour, the sun's shadow on it, its glow.
#include "frame.glsl"
#include "pack.glsl"
#include "classes.glsl"
#include "view.glsl"
in vec2 uv;
uniform sampler2D depth_map;
uniform sampler2D normal_map;
uniform sampler2D albedo_map;
uniform sampler2D surface_map;
uniform sampler2D shade_map;
out vec4 mirrored;

vec2 on_screen(vec3 at) {
    return at.xy / (-at.z * lens.xy) * 0.5 + 0.5;
}

float distance_at(vec2 there) {
    return linear_depth(texture(depth_map, there).r);
}

void main() {
    float z = distance_at(uv);
    vec3 at = view_position(uv, z);
    vec3 world_normal = unpack_normal(texture(normal_map, uv).rgb);
    vec3 n = world_normal * mat3(view_to_world);
    float wet = counts.z * smoothstep(0.2, 0.8, world_normal.y);
    float roughness = mix(texture(albedo_map, uv).a, 0.2, wet);
    float kind = floor(texture(surface_map, uv).g * (255.0 / 32.0) + 0.01);
    bool level = world_normal.y > 0.7;  // floors, tables, water: curved things show too little
    bool smooth_here = level && roughness < 0.55 && z < 60.0 && kind < CLASS_GRASS;
    vec3 ray = reflect(normalize(at), n);
    // A sheet that looks up mirrors nothing below itself, whatever its ripples say.
    vec3 upward = vec3(0.0, 1.0, 0.0) * mat3(view_to_world);
    float sinks = min(dot(ray, upward) - 0.02, 0.0);
    ray = normalize(ray - 2.0 * sinks * upward);
    float jitter = gradient_noise(gl_FragCoord.xy);
    float reach = z * 1.2 + 1.5, before = 0.0, along = 0.0, found = 0.0;
    for (int i = 0; i < MIRROR_STEPS; i++) {
        if (!smooth_here || found > 0.5) break;
        float share = (float(i) + 0.35 + 0.65 * jitter) / float(MIRROR_STEPS);
        along = reach * share * share;
        vec3 p = at + ray * along + n * 0.01;
        float behind = -p.z - distance_at(on_screen(p));
        float step_length = along - before;
        found = behind > 0.01 && behind < step_length * 1.5 + 0.15 && p.z < -lens.z ? 1.0 : 0.0;
        before = found > 0.5 ? before : along;
    }
    for (int i = 0; i < 4; i++) {
        if (found < 0.5) break;
        float middle = 0.5 * (before + along);
        vec3 p = at + ray * middle + n * 0.01;
        bool past = -p.z > distance_at(on_screen(p));
        along = past ? middle : along;
        before = past ? before : middle;
    }
    vec2 there = on_screen(at + ray * along);
    vec4 a = texture(albedo_map, there);
    vec4 s = texture(surface_map, there);
    vec2 shade = texture(shade_map, there).xy;
    vec3 m = unpack_normal(texture(normal_map, there).rgb);
    float code = floor(s.g * 255.0 + 0.5), its_kind = floor(code / 32.0);
    float glow = its_kind == CLASS_GLOWING ? exp2((code - its_kind * 32.0 - 15.0) / 3.0) : 0.0;
    vec3 sky = mix(ground_light.rgb, mix(sky_low.rgb, sky_high.rgb, 0.45), m.y * 0.5 + 0.5);
    vec3 light = sun_light.rgb * (shade.x * max(dot(m, sun_direction.xyz), 0.0) / 3.14159);
    light += sky * 0.54 * shade.y + glow;
    vec2 edge = smoothstep(vec2(0.0), vec2(0.08), there) * smoothstep(vec2(1.0), vec2(0.92), there);
    float sure = found * edge.x * edge.y * (distance_at(there) < 300.0 ? 1.0 : 0.0);
    sure *= its_kind == CLASS_WATER && kind == CLASS_WATER ? 0.0 : 1.0;
    sure *= 1.0 - along / reach * along / reach;
    mirrored = vec4(sqrt(min(a.rgb * a.rgb * light, vec3(8.0)) / 8.0), sure);
}
