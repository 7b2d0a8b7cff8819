"""Words for time of day, weather, season, light and mood, and the canonical word of each."""

TIME_OF_DAY = {
    "dawn": "dawn", "sunrise": "dawn", "daybreak": "dawn", "early morning": "dawn",
    "first light": "dawn",
    "morning": "morning", "noon": "day", "midday": "day", "daytime": "day",
    "afternoon": "afternoon",
    "late afternoon": "sunset", "sunset": "sunset", "dusk": "dusk", "twilight": "dusk",
    "evening": "dusk",
    "golden hour": "sunset", "blue hour": "dusk", "night": "night", "midnight": "night",
    "nighttime": "night",
    "moonlight": "night", "starry night": "night", "moonlit": "night", "starlight": "night",
    "tonight": "night",
    "sundown": "sunset", "nightfall": "night", "starry": "night", "daylight": "day",
    "broad daylight": "day",
    "evening light": "sunset", "morning light": "morning",
}  # fmt: skip

WEATHER = {
    "rain": "rain", "rainy": "rain", "drizzle": "rain", "downpour": "rain", "raining": "rain",
    "shower of rain": "rain",
    "rainstorm": "storm", "storm": "storm", "stormy": "storm", "thunderstorm": "storm",
    "lightning": "storm",
    "hurricane": "storm", "thunder": "storm", "snow": "snow", "snowy": "snow", "snowfall": "snow",
    "blizzard": "snow",
    "snowing": "snow", "snowstorm": "snow", "fog": "fog", "foggy": "fog", "mist": "fog",
    "misty": "fog", "haze": "fog",
    "hazy": "fog", "wind": "wind", "windy": "wind", "breeze": "wind", "breezy": "wind",
    "gust": "wind", "cloudy": "cloudy",
    "overcast": "cloudy", "sunny": "clear", "clear sky": "clear", "clear skies": "clear",
    "sunshine": "clear",
    "blue sky": "clear", "blue skies": "clear", "sunny day": "clear", "sunlit": "clear",
    "sandstorm": "wind",
    "heavy rain": "rain", "hail": "rain", "sun-drenched": "clear", "sunlight": "clear",
}  # fmt: skip

SEASONS = {
    "spring": "spring", "springtime": "spring", "summer": "summer", "summertime": "summer",
    "autumn": "autumn",
    "autumnal": "autumn", "winter": "winter", "wintertime": "winter", "wintry": "winter",
}  # fmt: skip

LIGHTING = {
    "dramatic lighting": "dramatic", "dramatic light": "dramatic", "soft lighting": "soft",
    "soft light": "soft",
    "neon lighting": "neon", "neon lights": "neon", "neon light": "neon", "neon-lit": "neon",
    "neon glow": "neon",
    "natural light": "natural", "natural lighting": "natural", "candlelight": "candlelight",
    "candlelit": "candlelight",
    "warm light": "warm", "warm lighting": "warm", "warm glow": "warm", "warm tones": "warm",
    "cold light": "cold",
    "cool lighting": "cold", "backlit": "backlit", "backlighting": "backlit",
    "back light": "backlit", "silhouette": "backlit",
    "low-key lighting": "dramatic", "low key lighting": "dramatic", "high-key lighting": "bright",
    "high key lighting": "bright", "chiaroscuro": "dramatic", "studio lighting": "studio",
    "studio light": "studio",
    "rim light": "rim", "rim lighting": "rim", "volumetric light": "volumetric",
    "volumetric lighting": "volumetric",
    "god rays": "volumetric", "light rays": "volumetric", "golden light": "warm",
    "moody lighting": "dramatic",
    "dim lighting": "dim", "dimly lit": "dim", "dim light": "dim", "bright lighting": "bright",
    "brightly lit": "bright",
    "harsh light": "harsh", "harsh lighting": "harsh", "firelight": "candlelight",
    "spotlight lighting": "spotlight",
    "cinematic lighting": "dramatic", "ambient light": "soft", "ambient lighting": "soft",
    "softly lit": "soft",
    "diffused light": "soft", "diffuse light": "soft", "warmly lit": "warm",
    "dappled light": "dappled", "dappled sunlight": "dappled",
    "moody light": "dramatic", "low light": "dim", "colorful lighting": "neon",
    "strobe lights": "neon",
}  # fmt: skip

# The single words that say how light is when an edit is about the light ("make it more dramatic").
LIGHT_WORDS = {
    "dramatic": "dramatic", "soft": "soft", "softer": "soft", "neon": "neon", "warm": "warm",
    "warmer": "warm",
    "cold": "cold", "colder": "cold", "cool": "cold", "cooler": "cold", "bright": "bright",
    "brighter": "bright",
    "dark": "dim", "darker": "dim", "dim": "dim", "dimmer": "dim", "moody": "dramatic",
    "moodier": "dramatic",
    "natural": "natural", "golden": "warm", "harsh": "harsh", "romantic": "candlelight",
    "spooky": "dramatic",
    "studio": "studio", "backlit": "backlit", "volumetric": "volumetric", "cinematic": "dramatic",
    "candlelight": "candlelight", "candlelit": "candlelight", "lighter": "bright",
}  # fmt: skip

MOODS = {
    "happy": "cheerful", "cheerful": "cheerful", "joyful": "cheerful", "playful": "cheerful",
    "upbeat": "cheerful",
    "sad": "sad", "melancholic": "sad", "melancholy": "sad", "gloomy": "gloomy",
    "ominous": "ominous", "eerie": "eerie",
    "spooky": "eerie", "creepy": "eerie", "scary": "eerie", "haunting": "eerie",
    "mysterious": "mysterious",
    "calm": "calm", "peaceful": "calm", "serene": "calm", "tranquil": "calm", "relaxing": "calm",
    "cozy": "cosy",
    "cosy": "cosy", "romantic": "romantic", "dreamy": "dreamy", "magical": "magical",
    "whimsical": "whimsical",
    "epic": "epic", "heroic": "epic", "majestic": "epic", "tense": "tense", "suspenseful": "tense",
    "energetic": "energetic",
    "nostalgic": "nostalgic", "lonely": "lonely", "festive": "festive", "dramatic": "dramatic",
    "moody": "gloomy",
}  # fmt: skip

# Style: phrase to canonical style. Longest match wins.
STYLES = {
    "cyberpunk": "cyberpunk", "anime": "anime", "manga": "manga", "ghibli": "anime",
    "studio ghibli": "anime",
    "watercolor": "watercolor", "watercolour": "watercolor", "water color": "watercolor",
    "oil painting": "oil painting",
    "oil-painting": "oil painting", "oil paint": "oil painting", "van gogh": "van gogh",
    "impressionist": "impressionism",
    "impressionism": "impressionism", "hokusai": "ukiyo-e", "ukiyo": "ukiyo-e",
    "ukiyo-e": "ukiyo-e", "ukiyoe": "ukiyo-e",
    "black and white": "black and white", "black-and-white": "black and white",
    "monochrome": "black and white",
    "grayscale": "black and white", "noir": "noir", "film noir": "noir", "pixel art": "pixel art",
    "8-bit": "pixel art",
    "8 bit": "pixel art", "16-bit": "pixel art", "pixelated": "pixel art", "voxel": "voxel",
    "comic book": "comic",
    "comic": "comic", "pop art": "pop art", "cartoon": "animated", "animated": "animated",
    "animation": "animated",
    "3d animation": "animated", "pixar": "animated", "disney": "animated",
    "claymation": "claymation", "clay": "claymation",
    "stop motion": "stop motion", "stop-motion": "stop motion", "paper cut-out": "paper cut-out",
    "paper cutout": "paper cut-out",
    "paper cut": "paper cut-out", "papercraft": "paper cut-out", "origami": "paper cut-out",
    "pencil sketch": "pencil sketch",
    "sketch": "pencil sketch", "pencil drawing": "pencil sketch", "charcoal": "charcoal",
    "line art": "line art",
    "ink wash": "ink wash", "ink painting": "ink wash", "vaporwave": "vaporwave",
    "synthwave": "vaporwave",
    "retro": "vintage film", "vintage film": "vintage film", "vintage": "vintage film",
    "old film": "vintage film",
    "sepia": "sepia", "steampunk": "steampunk", "surrealism": "surrealism", "surreal": "surrealism",
    "surrealist": "surrealism",
    "low poly": "low poly", "low-poly": "low poly", "lego": "lego", "felt": "felt",
    "knitted": "felt", "neon noir": "cyberpunk",
    "pastel": "pastel", "minimalist": "minimalist", "minimalism": "minimalist",
    "art deco": "art deco",
    "stained glass": "stained glass", "mosaic": "mosaic", "cubist": "cubism", "cubism": "cubism",
    "gothic": "gothic",
    "documentary": "documentary", "realistic": "realistic", "photorealistic": "realistic",
    "photo-realistic": "realistic",
    "realistic footage": "realistic", "cinematic": "cinematic", "film grain": "vintage film",
    "vhs": "vhs", "glitch": "glitch",
    "blueprint": "blueprint", "thermal": "thermal", "crayon": "crayon", "chalk": "chalk",
    "graffiti": "graffiti",
    "super 8": "vintage film", "technicolor": "technicolor", "western": "western",
    "miniature": "miniature",
    "tilt-shift": "miniature", "toy": "toy", "plush": "felt", "marionette": "toy",
    "psychedelic": "psychedelic",
}  # fmt: skip

# Styles that are styles wherever they stand; the others need "style", "as a …", "in …" or an edit.
PLAIN_STYLES = frozenset(
    """cyberpunk,anime,watercolor,watercolour,oil painting,pixel art,claymation,stop
    motion,stop-motion,
    black and white,black-and-white,monochrome,film noir,vaporwave,synthwave,ukiyo-e,pencil
    sketch,paper cut-out,
    paper cutout,low poly,low-poly,impressionism,impressionist,surrealism,steampunk,ink wash,line
    art,
    sepia,pop art,vintage film,old film,8-bit,16-bit,studio ghibli,ghibli""".replace("\n", " ")
    .replace("     ", " ")
    .replace(", ", ",")
    .split(",")
)
