"""Chinese text: characters, words, pinyin, ruby, slugs."""
