// Quarter resolution: what is bright enough to bloom.
in vec2 uv;
uniform sampler2D picture;
uniform vec2 pixel;
out vec4 bright;

void main() {
    vec3 c = vec3(0.0);
    for (int i = 0; i < 4; i++) {
        vec2 at = uv + pixel * (vec2(i & 1, i >> 1) * 2.0 - 1.0);
        c += min(texture(picture, at).rgb, vec3(6.0));
    }
    c *= 0.25;
    float most = max(max(c.r, c.g), max(c.b, 1e-3));
    bright = vec4(c * max(most - 1.0, 0.0) / most, 1.0);
}
