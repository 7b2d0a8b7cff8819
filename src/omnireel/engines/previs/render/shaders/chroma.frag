// Half resolution: the two colour differences of BT.709, limited range.
in vec2 uv;
uniform sampler2D picture;
out vec4 chroma;

void main() {
    vec3 c = texture(picture, uv).rgb;  // between four pixels: their mean
    float luma = dot(c, vec3(0.2126, 0.7152, 0.0722));
    chroma = vec4(vec2(c.b - luma, c.r - luma) / vec2(1.8556, 1.5748) * (224.0 / 255.0) + 128.0 / 255.0, 0.0, 1.0);
}
