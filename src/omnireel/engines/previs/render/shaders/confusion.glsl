// The radius in pixels of the disc that a point at this distance becomes.
float confusion(float z) {
    return min(abs(z - focus.x) / z * focus.y, focus.z);
}
