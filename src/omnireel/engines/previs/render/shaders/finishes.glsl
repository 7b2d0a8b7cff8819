// The detail of each finish, painted procedurally; FINISH names the one compiled in.
vec4 grain(vec2 at) {
    return texture(noise_map, at);
}

// Coordinates on the side of the model that this pixel lies on (x along it, y up or back).
vec2 side_plane() {
    vec3 a = abs(spot_normal);
    return a.y >= a.x && a.y >= a.z ? spot.xz : (a.x >= a.z ? spot.zy : spot.xy);
}

void paint(inout Surface s) {
    float scale = surface_color.a;
#if FINISH == FINISH_WOOD
    vec3 a = abs(spot_normal);
    vec2 q = (a.y >= a.x && a.y >= a.z ? spot.xz : (a.x >= a.z ? spot.zy : spot.xy)) * scale;
    vec2 along = vec2(q.x * 0.35, q.y * 3.0);
    vec4 broad = grain(along);
    vec4 fine = grain(along * vec2(3.1, 4.3) + 0.3);
    float fibre = broad.r * 0.65 + fine.g * 0.35;
    float ring = 0.5 + 0.5 * sin(q.y * 9.0 + broad.b * 5.0);
    s.albedo *= mix(0.62, 1.18, fibre) * mix(0.86, 1.06, ring);
    s.roughness += 0.18 * (fine.r - 0.5);
    s.normal += 0.05 * (fine.rgb - 0.5);
#elif FINISH == FINISH_GROUND
    vec4 wide = grain(spot.xz * 0.045);
    vec4 middle = grain(mat2(0.8, 0.6, -0.6, 0.8) * spot.xz * 0.173);
    vec4 fine = 0.5 * (grain(mat2(0.28, 0.96, -0.96, 0.28) * spot.xz * 0.93)
        + grain(mat2(-0.6, 0.8, -0.8, -0.6) * spot.xz * 0.37));
    float patches = wide.r * 0.6 + middle.g * 0.4;
    s.albedo *= mix(vec3(0.72, 0.86, 0.62), vec3(1.25, 1.12, 0.95), patches) * (0.55 + 0.9 * fine.b);
    s.normal += 0.45 * vec3(fine.r - 0.5, 0.0, fine.g - 0.5);
#elif FINISH == FINISH_TEXTURED
    vec4 t = texture(paint_map, texel);
    s.albedo = mix(s.albedo, t.rgb * surface_color.rgb, t.a);
#elif FINISH == FINISH_GLASS
    // Ribbons of colour inside the ball, seen through it: the refracted ray at a few depths.
    vec3 inside = normalize(spot);
    vec3 ray = refract(normalize(spot_view), normalize(spot_normal), 0.69);
    vec3 own = s.albedo;
    vec3 through = own * 0.6;
    vec3 accent = mix(own.brg, own.r > own.b ? vec3(0.95, 0.93, 0.85) : vec3(1.0, 0.62, 0.06), 0.8);
    float hidden = 0.0;
    float clear = clamp(scale, 0.0, 1.0);
    for (int i = 0; i < 4; i++) {
        inside += ray * (i == 0 ? 0.10 : 0.26);
        float radius = length(inside.xz);
        float turn = atan(inside.z, inside.x) + inside.y * 2.4 + radius * 1.6;
        turn += grain(vec2(inside.y * 0.05 + 0.2, inside.x * 0.04 + inside.z * 0.03)).r * 1.6;
        float wave = sin(turn * 2.0);
        float body = (1.0 - smoothstep(0.80, 0.97, length(inside))) * smoothstep(0.05, 0.25, radius);
        float ribbon = smoothstep(wave > 0.0 ? 0.66 : 0.80, 0.95, abs(wave)) * body * clear;
        vec3 other = wave > 0.0 ? mix(own, vec3(1.0), 0.5) : accent;
        through = mix(other * (1.0 - 0.12 * float(i)), through, clamp(1.0 - ribbon + hidden, 0.0, 1.0));
        hidden = max(hidden, ribbon);
    }
    s.albedo = through;
    s.kind = CLASS_GLASS;
#elif FINISH == FINISH_BLADE
    s.albedo *= mix(0.42, 1.25, texel.y) * (0.8 + 0.4 * s.openness);
    s.normal = mix(s.normal, vec3(0.0, 1.0, 0.0), 0.75);
    s.openness = mix(0.45, 1.0, texel.y);
    s.kind = CLASS_GRASS;
#elif FINISH == FINISH_FABRIC
    vec4 weave = grain(texel * 9.0 * scale);
    s.albedo *= 0.9 + 0.2 * weave.r;
    s.normal += 0.10 * (weave.gba - 0.5);
#elif FINISH == FINISH_BRUSHED
    vec2 q = side_plane() * scale;
    vec4 lines = grain(vec2(q.x * 0.4, q.y * 14.0));
    s.roughness += 0.25 * (lines.r - 0.5);
    s.albedo *= 0.94 + 0.12 * lines.g;
#elif FINISH == FINISH_FOLIAGE
    vec4 clump = grain(spot.xy * 0.55 * scale + spot.z * 0.37);
    vec4 leaf = grain(spot.zy * 1.3 * scale + spot.x * 0.5);
    s.albedo *= 0.62 + 0.5 * clump.r + 0.4 * leaf.g * leaf.g;
    s.normal += 0.75 * (vec3(clump.g, leaf.b, leaf.r) - 0.5);
    s.kind = CLASS_LEAF;
#elif FINISH == FINISH_SKIN
    bool on_face = texel.x > 0.0 && texel.x < 1.0 && texel.y > 0.0 && texel.y < 1.0;
    vec4 t = texture(paint_map, texel) * (on_face ? 1.0 : 0.0);
    s.albedo = mix(s.albedo, t.rgb, t.a);
    s.roughness = mix(s.roughness, 0.25, t.a * (1.0 - t.r));
    s.kind = CLASS_SKIN;
#elif FINISH == FINISH_FELT
    vec2 q = side_plane() * scale;
    vec4 fuzz = grain(q * 2.0);
    vec4 lint = grain(q * 9.0 + 0.4);
    s.albedo *= 0.80 + 0.22 * fuzz.g + 0.18 * lint.b;
    s.normal += 0.14 * (lint.rgb - 0.5);
#elif FINISH == FINISH_STONE
    vec2 q = side_plane() * scale;
    vec4 broad = grain(q * 0.21);
    vec4 fine = grain(q * 1.3 + 0.2);
    s.albedo *= 0.66 + 0.4 * broad.r + 0.28 * fine.b;
    s.roughness += 0.2 * (fine.r - 0.5);
    s.normal += 0.28 * (fine.rgb - 0.5);
#elif FINISH == FINISH_TILES
    vec2 q = side_plane() * scale;
    vec2 cell = floor(q);
    vec2 edge = abs(q - cell - 0.5);
    float joint = smoothstep(0.465, 0.485, max(edge.x, edge.y));
    float shade = fract(sin(dot(cell, vec2(12.99, 78.23))) * 4375.85);
    s.albedo *= mix(0.86 + 0.2 * shade, 0.45, joint);
    s.roughness = mix(s.roughness, 0.9, joint);
    s.normal += 0.012 * (vec3(shade, fract(shade * 7.0), fract(shade * 13.0)) - 0.5);
#elif FINISH == FINISH_WATER
    vec2 q = spot.xz * scale;
    float t = eye_time.w;
    vec4 swell = grain(q * 0.06 + vec2(t * 0.012, t * 0.007));
    vec4 ripple = grain(q * 0.23 - vec2(t * 0.021, -t * 0.016));
    s.normal += vec3(swell.r - 0.5, 0.0, swell.g - 0.5) * 0.35 + vec3(ripple.b - 0.5, 0.0, ripple.a - 0.5) * 0.16;
    s.roughness = min(s.roughness, 0.12);
    s.kind = CLASS_WATER;
#elif FINISH == FINISH_SAND
    vec4 dune = grain(spot.xz * 0.11 * scale);
    vec4 grit = grain(spot.xz * 3.1 * scale);
    float ridge = sin(spot.z * 9.0 * scale + dune.r * 14.0 + spot.x * 2.0 * scale);
    s.albedo *= 0.82 + 0.22 * dune.g + 0.16 * grit.b + 0.03 * ridge;
    s.normal += vec3(0.2 * (grit.r - 0.5), 0.0, 0.09 * ridge + 0.2 * (grit.g - 0.5));
#elif FINISH == FINISH_SNOW
    vec4 drift = grain(spot.xz * 0.13 * scale);
    vec4 flakes = grain(spot.xz * 4.7 * scale + spot.y);
    s.albedo *= 0.94 + 0.08 * drift.r;
    s.normal += 0.16 * (drift.rgb - 0.5) + 0.12 * (flakes.rgb - 0.5);
    s.roughness -= 0.45 * smoothstep(0.83, 0.93, flakes.a);
#elif FINISH == FINISH_ASPHALT
    vec2 q = side_plane() * scale;
    vec4 worn = grain(q * 0.17);
    vec4 grit = grain(q * 5.3);
    s.albedo *= 0.72 + 0.3 * worn.r + 0.38 * (grit.b - 0.3);
    s.roughness += 0.25 * (worn.g - 0.5);
    s.normal += 0.2 * (grit.rgb - 0.5);
#elif FINISH == FINISH_WINDOWS
    vec2 q = side_plane() * scale;
    vec2 cell = floor(q);
    vec2 edge = abs(q - cell - vec2(0.5));
    float wall = max(step(0.32, edge.x), step(0.36, edge.y));
    wall = abs(spot_normal.y) > 0.7 ? 1.0 : wall;
    float chance = fract(sin(dot(cell, vec2(41.3, 17.7))) * 4375.85);
    float bar = step(edge.x, 0.018);
    vec4 plaster = grain(q * 0.3);
    vec3 pane = mix(vec3(0.10, 0.15, 0.20), vec3(0.22, 0.30, 0.36), fract(chance * 9.0));
    s.albedo = mix(mix(pane, s.albedo, bar), s.albedo * (0.88 + 0.24 * plaster.r), wall);
    s.roughness = mix(0.08, s.roughness, wall);
    // A third of the rooms are lit, each as bright and as warm as its lamp; curtains dim the top.
    float lit = (1.0 - wall) * (1.0 - bar) * step(0.64, chance) * air.w;
    float lamp = fract(chance * 57.0);
    vec3 warmth = mix(vec3(1.0, 0.56, 0.22), vec3(0.72, 0.84, 1.0), step(0.8, fract(chance * 23.0)));
    float shade = 0.55 + 0.45 * smoothstep(0.36, -0.1, q.y - cell.y - 0.5);
    s.albedo = mix(s.albedo, warmth * shade, lit);
    s.emission += lit * (0.12 + 0.75 * lamp * lamp);
#elif FINISH == FINISH_EMISSIVE
    s.emission = max(s.emission, 1.0);
#endif
    s.normal = normalize(s.normal);
}
