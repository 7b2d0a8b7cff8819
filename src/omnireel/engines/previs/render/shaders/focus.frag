// Half resolution depth of field: a disc of samples as wide as each one's circle of confusion.
#include "frame.glsl"
#include "view.glsl"
#include "confusion.glsl"
in vec2 uv;
uniform sampler2D picture;  // lit colour and distance
out vec4 soft;              // the blurred colour; how far nearer things blur over this pixel

void main() {
    vec4 middle = texture(picture, uv);
    vec2 at = uv * extent.xy;
    float own = confusion(middle.a);
    float near = middle.a * 0.93 - 0.02;
    vec3 sum = min(middle.rgb, vec3(6.0));
    float weight = 1.0, over = 0.0;
    float turn = 6.2832 * gradient_noise(gl_FragCoord.xy);
    float widest = max(own, focus.z * 0.5 * min(focus.y * 0.1, 1.0));
    for (int i = 0; i < FOCUS_TAPS; i++) {
        float f = sqrt((float(i) + 0.5) / float(FOCUS_TAPS));
        float angle = turn + float(i) * 2.39996;
        float radius = f * widest;
        vec2 there = clamp(at + vec2(cos(angle), sin(angle)) * radius, vec2(0.0), extent.xy - 1.0);
        vec4 c = texelFetch(picture, ivec2(there), 0);
        float theirs = confusion(c.a);
        float nearer = c.a < near ? 1.0 : 0.0;
        float reach = nearer > 0.5 ? theirs : min(theirs, own * 1.3);
        float k = smoothstep(radius * 0.6, radius, reach);
        sum += min(c.rgb, vec3(6.0)) * k;
        weight += k;
        over += k * nearer * smoothstep(0.8, 2.0, theirs);
    }
    soft = vec4(sum / weight, min(over * 2.0 / float(FOCUS_TAPS), 1.0));
}
