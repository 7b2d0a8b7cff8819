// One direction of the bloom's Gaussian: nine taps in five fetches.
in vec2 uv;
uniform sampler2D picture;
uniform vec2 direction;
out vec4 glow;

void main() {
    vec3 c = texture(picture, uv).rgb * 0.227027;
    c += (texture(picture, uv + direction * 1.384615).rgb + texture(picture, uv - direction * 1.384615).rgb) * 0.316216;
    c += (texture(picture, uv + direction * 3.230769).rgb + texture(picture, uv - direction * 3.230769).rgb) * 0.070270;
    glow = vec4(c, 1.0);
}
