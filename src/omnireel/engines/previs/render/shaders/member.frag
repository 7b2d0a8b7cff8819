// The member alone: a mark wherever it covers a pixel.
out vec4 mark;
void main() {
    mark = vec4(1.0);
}
