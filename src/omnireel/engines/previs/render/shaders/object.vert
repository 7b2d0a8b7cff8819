// Places one vertex of an instance; defines: POSED, MOVING, SWAYING, SHADOW.
#include "frame.glsl"
in vec3 in_position;
in vec4 in_row0;
in vec4 in_row1;
in vec4 in_row2;
#ifndef SHADOW
in vec3 in_normal;
in vec4 in_color;
in vec2 in_uv;
in vec3 in_tint;
#elif SWAYING
in vec2 in_uv;
#endif
#if MOVING
in vec4 in_before0;
in vec4 in_before1;
in vec4 in_before2;
out vec3 now_clip;
out vec3 before_clip;
#endif
#if POSED
in vec3 in_posed;
#ifndef SHADOW
in vec3 in_posed_normal;
#endif
#if MOVING
in vec3 in_posed_before;
#endif
#endif
uniform float blade_width;

#ifndef SHADOW
out vec3 normal;
out vec4 color;
out vec3 spot;         // position in the model, metres
out vec3 spot_normal;  // normal in the model
out vec2 texel;
#if FINISH == FINISH_GLASS
out vec3 spot_view;
#endif
#endif

vec3 transform(vec4 row0, vec4 row1, vec4 row2, vec4 p) {
    return vec3(dot(row0, p), dot(row1, p), dot(row2, p));
}

void main() {
    vec4 rest = vec4(in_position, 1.0);
#if SWAYING
    rest.xz *= blade_width;
#endif
#if POSED
    vec4 p = vec4(in_posed, 1.0);
#else
    vec4 p = rest;
#endif
    vec3 world = transform(in_row0, in_row1, in_row2, p);
#if SWAYING
    {
        float bend = in_uv.y * in_uv.y * air.z;
        float gust = 0.6 + 0.4 * sin(eye_time.w * 0.7 + world.x * 0.35 - world.z * 0.22);
        world.x += bend * gust * (0.04 + 0.10 * sin(eye_time.w * 2.1 + world.x * 1.7 + world.z * 0.9));
        world.z += bend * gust * 0.05 * sin(eye_time.w * 1.7 + world.x * 1.1 + world.z * 0.3);
    }
#endif
#ifdef SHADOW
    gl_Position = light_projection * vec4(world, 1.0);
#else
    vec3 scale2 = vec3(
        dot(vec3(in_row0.x, in_row1.x, in_row2.x), vec3(in_row0.x, in_row1.x, in_row2.x)),
        dot(vec3(in_row0.y, in_row1.y, in_row2.y), vec3(in_row0.y, in_row1.y, in_row2.y)),
        dot(vec3(in_row0.z, in_row1.z, in_row2.z), vec3(in_row0.z, in_row1.z, in_row2.z)));
#if POSED
    vec3 n = in_posed_normal / scale2;
#else
    vec3 n = in_normal / scale2;
#endif
    normal = vec3(dot(in_row0.xyz, n), dot(in_row1.xyz, n), dot(in_row2.xyz, n));
    color = vec4(in_color.rgb * in_tint, in_color.a);
    spot = in_position * sqrt(scale2);
    spot_normal = in_normal;
    texel = in_uv;
#if FINISH == FINISH_GLASS
    vec3 from_eye = world - eye_time.xyz;
    spot_view = from_eye.x * in_row0.xyz + from_eye.y * in_row1.xyz + from_eye.z * in_row2.xyz;
#endif
    gl_Position = view_projection * vec4(world, 1.0);
#ifdef AGAIN
    gl_Position.z -= 2e-4 * gl_Position.w;  // never behind what was drawn of it before
#endif
#if MOVING
#if POSED
    vec4 q = vec4(in_posed_before, 1.0);
#else
    vec4 q = rest;
#endif
    vec4 old = view_projection * vec4(transform(in_before0, in_before1, in_before2, q), 1.0);
    now_clip = gl_Position.xyw;
    before_clip = old.xyw;
#endif
#endif
}
