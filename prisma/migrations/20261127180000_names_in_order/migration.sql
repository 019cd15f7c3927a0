-- Names sort as the Kazakh alphabet has them (ә after а, қ after к, і after ы), in whatever order by name is asked for: the order of code
-- points puts every Kazakh letter behind я. One collation for all of them, so that names of several tables can stand in one list; Russian
-- and English letters keep their own order in it. Equality stays what it was: the collation is deterministic.
ALTER TABLE "Body" ALTER COLUMN "nameKk" TYPE TEXT COLLATE "kk-x-icu", ALTER COLUMN "nameRu" TYPE TEXT COLLATE "kk-x-icu", ALTER COLUMN "nameEn" TYPE TEXT COLLATE "kk-x-icu";
ALTER TABLE "Council" ALTER COLUMN "nameKk" TYPE TEXT COLLATE "kk-x-icu", ALTER COLUMN "nameRu" TYPE TEXT COLLATE "kk-x-icu", ALTER COLUMN "nameEn" TYPE TEXT COLLATE "kk-x-icu";
ALTER TABLE "Organisation" ALTER COLUMN "name" TYPE TEXT COLLATE "kk-x-icu";
ALTER TABLE "Person" ALTER COLUMN "name" TYPE TEXT COLLATE "kk-x-icu";
