// Writes the G-buffer: albedo and roughness; normal and openness; member, class and motion.
#include "frame.glsl"
#include "pack.glsl"
in vec3 normal;
in vec4 color;
in vec3 spot;
in vec3 spot_normal;
in vec2 texel;
#if FINISH == FINISH_GLASS
in vec3 spot_view;  // from the eye, in the model's axes
#endif
#if MOVING
in vec3 now_clip;
in vec3 before_clip;
#endif
uniform vec4 surface_color;   // rgb, repeats per metre
uniform vec4 surface_traits;  // roughness, metallic, emission, member number / 255
uniform sampler2D noise_map;
uniform sampler2D paint_map;
layout(location = 0) out vec4 out_albedo;
layout(location = 1) out vec4 out_normal;
layout(location = 2) out vec4 out_surface;

#include "classes.glsl"
#include "motion_pack.glsl"
#include "finishes.glsl"

void main() {
    Surface s;
    s.albedo = color.rgb * surface_color.rgb;
    s.normal = normalize(gl_FrontFacing ? normal : -normal);
    s.roughness = surface_traits.x;
    s.metallic = surface_traits.y;
    s.emission = surface_traits.z;
    s.openness = color.a;
    s.kind = CLASS_PLAIN;
    paint(s);
    // What bends within a pixel is rougher than it says (Tokuyoshi and Kaplanyan 2019).
    vec3 across = dFdx(s.normal), down = dFdy(s.normal);
    float bends = min(0.5 * (dot(across, across) + dot(down, down)), 0.18);
    s.roughness = sqrt(sqrt(min(s.roughness * s.roughness * s.roughness * s.roughness + bends, 1.0)));
    out_albedo = vec4(sqrt(clamp(s.albedo, 0.0, 1.0)), clamp(s.roughness, 0.04, 1.0));
    out_normal = vec4(pack_normal(s.normal), s.openness);
    vec2 motion = vec2(0.5);
#if MOVING
    vec2 pixels = (now_clip.xy / now_clip.z - before_clip.xy / before_clip.z) * 0.5 * extent.xy;
    motion = pack_motion(pixels);
#endif
    out_surface = vec4(surface_traits.w, pack_class(s), motion);
}
