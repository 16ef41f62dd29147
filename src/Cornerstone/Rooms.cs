using Cornerstone.Access;
        new LibraryReaderRoom(),
        new LibrarySearchRoom(),
        new LanguageTrackerRoom(),
        new LibraryRelationsRoom(),
        new CommitmentsRoom(),
