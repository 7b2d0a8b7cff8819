// The sky's light without its detail, as surfaces mirror it.
vec3 sky_light(vec3 toward) {
    float height = max(toward.y, 0.0);
    vec3 c = mix(sky_low.rgb, sky_high.rgb, sqrt(height));
    float s = max(dot(toward, sun_direction.xyz), 0.0);
    float s2 = s * s, s6 = s2 * s2 * s2, s36 = s6 * s6 * s6 * s6 * s6 * s6;
    c += sun_light.rgb * (0.05 * s6 + 0.10 * s36) * (1.0 - ground_light.w);
    return mix(c, ground_light.rgb, clamp(-toward.y * 5.0, 0.0, 1.0));
}

// The same as a surface of some roughness mirrors it: no line at the horizon.
vec3 mirrored_light(vec3 toward, float roughness) {
    vec3 below = ground_light.rgb * (0.7 + 0.8 * sun_direction.y * sun_light.g * 0.2);
    vec3 above = sky_light(vec3(toward.x, max(toward.y, 0.0), toward.z));
    float soft = 0.06 + 0.9 * roughness;
    return mix(below, above, smoothstep(-soft, soft, toward.y));
}
