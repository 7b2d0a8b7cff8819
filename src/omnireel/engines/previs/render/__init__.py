"""A deferred renderer: a scene, a camera and a time become a frame.

    scene.at(t), at(t - shutter) -> stage     models, textures, instances and poses on the GPU
      shadow    the sun's depth map, snapped so that it does not shimmer
      geometry  albedo, roughness | normal, openness | member, class, motion | depth
      shade     half size: soft shadow and ambient occlusion, smoothed within surfaces
      mirror    half size: what floors, water and wet ground mirror of the picture
      sky, light, glass, weather -> the lit picture with the distance of each pixel
      bloom, motion, focus, grade, style, finish -> the frame; chroma for planar output

What follows the lit picture reads only so far around a pixel (`post.support_pixels`), so that an
edit changes pixels near what it touched and no bit elsewhere (`influence`). `truth` reads the
members' boxes, visible fractions and colours from the G-buffer.
"""
