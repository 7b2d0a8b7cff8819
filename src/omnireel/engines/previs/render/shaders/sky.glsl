// The sky's light without its detail, as surfaces mirror it.
vec3 sky_light(vec3 toward) {
    float height = max(toward.y, 0.0);
    vec3 c = mix(sky_low.rgb, sky_high.rgb, sqrt(height));
    float s = max(dot(toward, sun_direction.xyz), 0.0);
    float s2 = s * s, s6 = s2 * s2 * s2, s36 = s6 * s6 * s6 * s6 * s6 * s6;
    c += sun_light.rgb * (0.05 * s6 + 0.10 * s36) * (1.0 - ground_light.w);
    return toward.y < 0.0 ? mix(sky_low.rgb, ground_light.rgb, min(-toward.y * 5.0, 1.0)) : c;
}
