// A drop's streak or a flake's soft disc, lit by the sky and the sun.
#include "frame.glsl"
in vec2 spread;
in float strength;
layout(location = 0) out vec4 drop;

void main() {
    vec3 light = sky_low.rgb * 0.9 + sky_high.rgb * 0.3 + sun_light.rgb * 0.10;
#if SNOW
    float shape = smoothstep(1.0, 0.45, length(spread)) * 0.9;
#else
    float shape = (1.0 - abs(spread.x)) * (1.0 - spread.y * spread.y) * 0.55;
#endif
    drop = vec4(light, shape * strength);
}
