#include "motion_pack.glsl"

// Pixels by which a still point of view space moves on the screen because the camera does.
vec2 camera_motion(vec3 at) {
    vec4 old = view_to_before * vec4(at, 1.0);
    vec2 here = at.xy / (-at.z * lens.xy);
    return (here - old.xy / old.w) * 0.5 * extent.xy;
}
