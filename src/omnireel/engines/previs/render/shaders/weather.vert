// Drops and flakes: squares that fall through a box of air that goes with the eye.
#include "frame.glsl"
out vec2 spread;   // across and along, -1 to 1
out float strength;
const vec3 BOX = vec3(12.0, 8.0, 12.0);

float share(uint x) {
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    x ^= x >> 16;
    return float(x) * (1.0 / 4294967296.0);
}

void main() {
    int index = gl_VertexID / 6, corner = gl_VertexID - index * 6;
    int c = corner < 3 ? corner : (corner == 3 ? 2 : (corner == 4 ? 1 : 3));
    spread = vec2(c & 1, c >> 1) * 2.0 - 1.0;
    uint seed = uint(index) * 4u;
    vec3 start = vec3(share(seed), share(seed + 1u), share(seed + 2u)) * BOX;
    float own = share(seed + 3u), t = eye_time.w;
#if SNOW
    vec3 fall = vec3(0.5 * air.z, -0.9 - 0.6 * own, 0.15 * air.z);
    vec3 drift = vec3(sin(t * 1.3 + own * 40.0), 0.0, cos(t * 1.1 + own * 70.0)) * 0.12;
    vec2 size = vec2(0.006 + 0.010 * own);
#else
    vec3 fall = vec3(1.2 * air.z, -8.5 - 1.5 * own, 0.3 * air.z);
    vec3 drift = vec3(0.0);
    vec2 size = vec2(0.0022, 0.16 + 0.10 * own);
#endif
    vec3 corner_of_air = eye_time.xyz - BOX * 0.5;
    vec3 world = corner_of_air + mod(start + fall * t + drift - corner_of_air, BOX);
    vec3 view = (world - eye_time.xyz) * mat3(view_to_world);
    float z = max(-view.z, 0.05);
    float pixel = 2.0 * lens.y * z * extent.w;  // metres per pixel here
    float blur = min(abs(z - focus.x) / z * focus.y, focus.z) * pixel;
#if SNOW
    vec2 along = vec2(0.0, 1.0), drawn = max(size + blur, vec2(0.6 * pixel));
#else
    vec2 along = normalize((vec4(fall, 0.0) * view_to_world).xy + vec2(0.0, 1e-4));
    vec2 drawn = vec2(max(size.x + blur * 0.3, 0.55 * pixel), size.y);
#endif
    vec2 side = vec2(along.y, -along.x);
    strength = clamp(size.x / drawn.x, 0.0, 1.0) * smoothstep(0.35, 0.9, z) * smoothstep(7.0, 4.0, z);
#if SNOW
    strength = sqrt(clamp(size.x * size.x / (drawn.x * drawn.x), 0.0, 1.0)) * smoothstep(0.3, 0.8, z) * smoothstep(7.0, 5.0, z);
#endif
    view.xy += side * spread.x * drawn.x + along * spread.y * drawn.y;
    float depth = (lens.w + lens.z) / (lens.z - lens.w) * view.z + 2.0 * lens.w * lens.z / (lens.z - lens.w);
    gl_Position = view.z < -0.2 ? vec4(view.xy / lens.xy, depth, -view.z) : vec4(2.0, 2.0, 2.0, 1.0);
}
