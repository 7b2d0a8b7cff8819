// A triangle over the whole target at depth `SCREEN_DEPTH` (0 near, 1 far).
#ifndef SCREEN_FAR
#define SCREEN_FAR 0
#endif
out vec2 uv;
void main() {
    vec2 corner = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
    uv = corner;
#ifdef FLIPPED
    uv.y = 1.0 - uv.y;
#endif
    gl_Position = vec4(corner * 2.0 - 1.0, SCREEN_FAR == 1 ? 1.0 : 0.0, 1.0);
}
