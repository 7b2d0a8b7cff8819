// Puts the blurs together; exposure, tone curve and grade; luma in alpha.
#include "frame.glsl"
#include "confusion.glsl"
in vec2 uv;
uniform sampler2D picture;
uniform sampler2D bloom_map;
uniform sampler2D soft_map;
out vec4 graded;

// Narkowicz's fit of the ACES filmic curve.
vec3 filmic(vec3 x) {
    return clamp(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
}

void main() {
    vec4 sharp = texture(picture, uv), soft = texture(soft_map, uv);
    vec3 c = mix(sharp.rgb, soft.rgb, max(smoothstep(0.6, 1.8, confusion(sharp.a)), soft.a));
    c += texture(bloom_map, uv).rgb * grade.y;
    vec2 off = uv - 0.5;
    c *= sun_light.w * balance.rgb * (1.0 - 0.5 * dot(off, off));
    c = pow(filmic(c), vec3(1.0 / 2.2));
    float luma = dot(c, vec3(0.3, 0.59, 0.11));
    c = mix(vec3(luma), c, balance.w);
    c = clamp(mix(c, c * c * (3.0 - 2.0 * c), grade.x), 0.0, 1.0);
    graded = vec4(c, dot(c, vec3(0.3, 0.59, 0.11)));
}
