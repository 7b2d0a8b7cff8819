"""People: modelled, skinned bodies with faces and hands, and what they do."""
