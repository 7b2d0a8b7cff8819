// GLASS lights the glass alone, drawn once more over what the G-buffer holds of it.
// Lights the G-buffer: sun with shadow, sky and ground, mirrored sky, lamps, glow, fog.
#include "frame.glsl"
#include "pack.glsl"
#include "classes.glsl"
#include "view.glsl"
#include "sky.glsl"
#if GLASS
#define uv (gl_FragCoord.xy * extent.zw)
#else
in vec2 uv;
#endif
uniform sampler2D albedo_map;
uniform sampler2D normal_map;
uniform sampler2D surface_map;
uniform sampler2D depth_map;
uniform sampler2D shade_map;
#if MIRROR
uniform sampler2D mirror_map;
#endif
#include "motion.glsl"
layout(location = 0) out vec4 lit;
#if MOTION
layout(location = 1) out vec4 motion;
#endif

// The half-resolution shading of the neighbours that lie at this distance.
vec2 shading(float z) {
    vec2 size = vec2(textureSize(shade_map, 0));
    float here = log2(1.0 + z);
    vec2 at = uv * size - 0.5;
    vec2 corner = floor(at), part = at - corner;
    vec2 sum = vec2(0.0);
    float weight = 0.0;
    for (int i = 0; i < 4; i++) {
        vec2 step_to = vec2(i & 1, i >> 1);
        vec4 s = texture(shade_map, (corner + step_to + 0.5) / size);
        vec2 share = mix(1.0 - part, part, step_to);
        float k = (share.x * share.y + 0.02) / (0.006 + abs(unpack_log_distance(s.zw) - here));
        sum += s.xy * k;
        weight += k;
    }
    return sum / weight;
}

vec3 lamps(vec3 world, vec3 n, vec3 v, vec3 albedo, vec3 f0, float roughness) {
    vec3 sum = vec3(0.0);
    int count = int(counts.x);
    for (int i = 0; i < count; i++) {
        vec3 way = lamp_place[i].xyz - world;
        float d2 = dot(way, way), reach = lamp_place[i].w;
        vec3 l = way * inversesqrt(d2);
        float share = clamp(1.0 - d2 * d2 / (reach * reach * reach * reach), 0.0, 1.0);
        float fade = share * share / (d2 + 0.04);
        vec3 h = normalize(l + v);
        float nh = max(dot(n, h), 0.0), a2 = roughness * roughness * roughness * roughness + 0.002;
        float d = nh * nh * (a2 - 1.0) + 1.0;
        sum += lamp_light[i].rgb * fade * max(dot(n, l), 0.0) * (albedo / 3.14159 + f0 * a2 / (d * d * 4.0));
    }
    return sum;
}

void main() {
    vec4 a4 = texture(albedo_map, uv), n4 = texture(normal_map, uv), s4 = texture(surface_map, uv);
    float z = linear_depth(texture(depth_map, uv).r);
    vec3 at = view_position(uv, z);
    vec3 world = (view_to_world * vec4(at, 1.0)).xyz;
    vec3 n = unpack_normal(n4.rgb);
    vec3 v = normalize(eye_time.xyz - world);
    vec3 albedo = a4.rgb * a4.rgb;
    float roughness = a4.a;
    float code = floor(s4.g * 255.0 + 0.5);
    float kind = floor(code / 32.0), trait = code - kind * 32.0;
#if GLASS
    if (kind != CLASS_GLASS) discard;
#endif
    float glowing = kind == CLASS_GLOWING ? 1.0 : 0.0;
    float metallic = glowing > 0.5 ? 0.0 : trait / 31.0;
    float skin = kind == CLASS_SKIN ? 1.0 : 0.0;
    float leaf = kind == CLASS_LEAF || kind == CLASS_GRASS ? 1.0 : 0.0;
    float water = kind == CLASS_WATER ? 1.0 : 0.0;

    float wet = counts.z * smoothstep(0.2, 0.8, n.y) * (1.0 - water);
    albedo *= 1.0 - 0.35 * wet;
    roughness = mix(roughness, min(roughness, 0.2), wet);
    vec2 shaded = shading(z);
    float sun = shaded.x, open = shaded.y * n4.a;
    vec3 l = sun_direction.xyz;
    float wrap = skin * 0.28 + leaf * 0.35;
    float ndl = dot(n, l), toward = max(ndl, 0.0);
    float wrapped = max((ndl + wrap) / (1.0 + wrap), 0.0);
    vec3 h = normalize(l + v);
    float nv = max(dot(n, v), 1e-3), nh = max(dot(n, h), 0.0), vh = max(dot(v, h), 0.0);
    float a2 = max(roughness * roughness, 0.015);
    a2 *= a2;
    float spread = nh * nh * (a2 - 1.0) + 1.0;
    float k = (roughness + 1.0) * (roughness + 1.0) * 0.125;
    float specular = a2 / (3.14159 * spread * spread) * 0.25
        / ((toward * (1.0 - k) + k) * (nv * (1.0 - k) + k));
    vec3 f0 = mix(vec3(mix(0.04, 0.02, water)), albedo, metallic);
    float graze = 1.0 - vh, graze2 = graze * graze;
    vec3 fresnel = f0 + (1.0 - f0) * graze2 * graze2 * graze;
    vec3 sunlight = sun_light.rgb * sun;

    vec3 diffuse = albedo * (1.0 - metallic) * wrapped / 3.14159;
    diffuse += skin * albedo * vec3(0.10, 0.025, 0.012) * smoothstep(0.0, 0.5, wrapped) * (1.0 - smoothstep(0.3, 0.8, wrapped));
    float through = max(dot(-v, l), 0.0);
    diffuse += leaf * albedo * vec3(0.16, 0.224, 0.032) * through * through * through;
    vec3 glint = min(specular * toward, 12.0) * fresnel;
    vec3 c = (diffuse + glint) * sunlight;

    float up = n.y * 0.5 + 0.5;
    vec3 ambient = mix(ground_light.rgb * 0.8, mix(sky_low.rgb, sky_high.rgb, 0.45), up) * 0.54;
    vec3 mirrored = reflect(-v, n);
    vec3 around = mix(mirrored_light(mirrored, roughness), ambient * 1.4, clamp(roughness * 1.15, 0.0, 1.0));
#if MIRROR
    vec4 found = texture(mirror_map, uv);
    around = mix(around, found.rgb * found.rgb * 8.0, found.a * clamp(1.3 - roughness * 1.6, 0.0, 1.0));
#endif
    float rim = 1.0 - nv, rim2 = rim * rim, rim4 = rim2 * rim2;
    vec3 f_rough = f0 + (max(vec3(1.0 - roughness), f0) - f0) * rim4 * rim;
    float mirror_open = clamp(open * 1.2 - 0.1 + 0.2 * max(mirrored.y, 0.0), 0.0, 1.0);
    vec3 bounce = mix(vec3(1.0), albedo * 0.7 + 0.55, 1.0 - open);
    c += albedo * (1.0 - metallic) * ambient * mix(open, 1.0, 0.12) * bounce;
    c += around * f_rough * mirror_open * (1.0 - 0.5 * roughness);
    c += rim4 * 0.10 * sky_low.rgb * up * open * (1.0 - metallic);

#if GLASS
    // Light that entered on the sunny side leaves on the other, gathered to a bright crescent.
    float behind = max(dot(-n, l) * 0.75 + 0.25, 0.0);
    vec3 bent = refract(-v, n, 0.67);
    vec3 seen = sky_light(normalize(bent * vec3(1.0, -1.0, 1.0) + vec3(0.0, 0.25, 0.0)));
    vec3 clear = albedo * (ambient * 0.8 + sunlight * (0.05 + 0.13 * wrapped + 0.42 * behind * behind * behind));
    clear += seen * albedo * 0.45 + sky_light(mirrored) * (0.05 + 0.8 * rim4 * open);
    clear += min(glint, vec3(8.0)) * sunlight;
    c = clear;
#endif
    c += lamps(world, n, v, albedo * (1.0 - metallic), f0, roughness);
    c += glowing * albedo * exp2((trait - 15.0) / 3.0);

    vec3 ray = -v;
    float fog = 1.0 - exp(-max(z - air.x, 0.0) * air.y);
    float s = max(dot(ray, l), 0.0), s3 = s * s * s;
    vec3 haze = mix(sky_low.rgb, sun_light.rgb * 0.3 + sky_low.rgb * 0.7, s3 * s3 * (1.0 - ground_light.w));
    lit = vec4(mix(c, haze, fog), z);
#if MOTION
    motion = vec4(pack_motion(camera_motion(at) + unpack_motion(s4.ba)), 0.0, 0.0);
#endif
}
