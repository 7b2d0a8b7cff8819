// What all passes know about the frame. Kept in step with frame.py.
layout(std140) uniform Frame {
    mat4 view_projection;    // world to clip
    mat4 view_to_world;
    mat4 light_projection;   // world to the shadow map's clip space
    mat4 view_to_before;     // view space to the clip space one shutter time away
    vec4 lens;               // tangent of half width, of half height, near, far
    vec4 eye_time;           // eye, time in seconds
    vec4 sun_direction;      // to the sun, occlusion radius in metres
    vec4 sun_light;          // colour, exposure
    vec4 sky_high;           // colour, clouds
    vec4 sky_low;            // colour, stars
    vec4 ground_light;       // colour, 1 indoors
    vec4 air;                // fog start, fog density, wind, night (0 day, 1 night)
    vec4 balance;            // white balance, saturation
    vec4 grade;              // contrast, bloom, grain, grain seed
    vec4 focus;              // distance, strength in pixels, largest blur in pixels, shutter
    vec4 extent;             // width, height and their inverses
    vec4 shadow_scale;       // texel in uv, penumbra per depth, widest penumbra in uv, texel in metres
    vec4 counts;             // lamps, largest motion in pixels, rain, snowfall
    vec4 lamp_place[16];     // position, reach
    vec4 lamp_light[16];     // colour
};
