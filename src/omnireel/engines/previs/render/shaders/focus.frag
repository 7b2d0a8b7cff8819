// Half resolution depth of field: a disc of samples as wide as each one's circle of confusion.
#include "frame.glsl"
#include "view.glsl"
in vec2 uv;
uniform sampler2D picture;  // lit colour and distance
out vec4 soft;

float confusion(float z) {
    return min(abs(z - focus.x) / z * focus.y, focus.z);
}

void main() {
    vec4 middle = texture(picture, uv);
    float own = confusion(middle.a);
    float near = middle.a - 0.15;
    vec3 sum = min(middle.rgb, vec3(4.0));
    float weight = 1.0;
    float turn = 6.2832 * gradient_noise(gl_FragCoord.xy);
    float widest = max(own, focus.z * 0.35);
    for (int i = 0; i < FOCUS_TAPS; i++) {
        float f = sqrt((float(i) + 0.5) / float(FOCUS_TAPS));
        float angle = turn + float(i) * 2.39996;
        float radius = f * widest;
        vec4 c = texture(picture, uv + vec2(cos(angle), sin(angle)) * radius * extent.zw);
        float theirs = confusion(c.a);
        float reach = c.a < near ? theirs : min(theirs, own * 1.3);
        float k = smoothstep(radius * 0.6, radius, reach);
        sum += min(c.rgb, vec3(4.0)) * k;
        weight += k;
    }
    soft = vec4(sum / weight, smoothstep(0.5, 1.6, own));
}
