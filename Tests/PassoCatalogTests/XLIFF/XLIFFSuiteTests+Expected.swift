extension XLIFFSuiteTests {
    /// The invalid files, each with the lines and ids (without `xliff-`) of all that is wrong with it; a
    /// question mark stands behind warnings.
    static let expected = """
        CommentWithValueAndRef 10:attribute-clash
        ConfusedIsolatedOnEc 6:unpaired 6:attribute-needs
        CopyOfWithBadReference 10:reference
        CopyOfWithNoCopyReference 10:copy
        CopyOfWithOriginalData 10:attribute-clash 10:copy
        DataIdNotUnique 7:twice
        DataRefWithoutOriginalData 6:reference
        DifferentCanCopyInScAndEc 9:pair-differs
        DifferentCanDeleteInScAndEc 6:pair-differs
        DifferentCanOverlapInScAndEc 9:pair-differs
        DifferentCanReorderInScAndEc 6:sequence 6:pair-differs
        DifferentXmlSpace 6:space
        DuplicateExtElemIdsInFile 7:twice
        DuplicateExtElemIdsInGroup 12:twice
        DuplicateExtElemIdsInUnit 17:twice
        DuplicateNoteIdsInFile 6:twice
        DuplicateNoteIdsInGroup 15:twice
        DuplicateNoteIdsInUnit 14:twice
        EcBeforeSc 6:unpaired
        EmBeforeSm 6:unpaired
        EmptySkeletonWithoutHref 4:href
        FileIdNotUnique 11:twice
        GroupIdNotUnique 5:twice
        GroupWithoutId 4:attribute-missing
        IgnorableIdNotUnique 11:twice
        IgnorableWithoutSource 9:element-missing
        InvalidCommentAnnotation1 6:one-of
        InvalidCommentAnnotation2 9:reference
        InvalidCommentAnnotation3 9:reference
        InvalidCommentAnnotation4 10:reference
        InvalidDataRef 10:reference
        InvalidDataRefEnd 10:reference
        InvalidDataRefStart 10:reference
        InvalidDirAttributeOnSource 6:attribute
        InvalidExtensionAttributeOnPc 9:twice 9:attribute
        InvalidExtensionAttributeOnSegment 7:attribute
        InvalidExtensionAttributeOnSource 8:attribute
        InvalidExtensionAttributeOnTarget 8:attribute
        InvalidExtensionElementInData 6:element
        InvalidExtensionElementInFile 11:element-order
        InvalidExtensionElementInOriginalData 7:element
        InvalidExtensionElementInSegment 7:element
        InvalidExtensionElementOutsideFile 15:element
        InvalidFSAttribute 5:attribute
        InvalidFSAttributeOnEc 10:attribute-needs
        InvalidFSAttributeValue 5:choice
        InvalidFragIdBadOrder 13:fragment
        InvalidFragIdDuplicatedPrefix 13:fragment
        InvalidFragIdMissplacedLeaf 10:fragment
        InvalidFragIdNoSingleLeaf 7:fragment
        InvalidFragIdPrefixNotNmtoken 8:fragment
        InvalidFragIdPrefixTooShort 8:fragment
        InvalidFragIdSyntax 10:fragment
        InvalidFragIdUnknownPrefix 8:fragment
        InvalidHexRangeOnCp 6:value
        InvalidHexValueOnCp 6:value
        InvalidId1 4:value
        InvalidId2 5:value
        InvalidId3 6:value
        InvalidIsolatedOnEc 6:attribute-missing 6:attribute-clash
        InvalidIsolatedOnSc 6:isolated
        InvalidLoneEm 6:unpaired
        InvalidLoneSm 6:unpaired
        InvalidNoteRefInUnit 12:reference
        InvalidNotesInFile 9:element-order
        InvalidNotesInGroup 10:element-order
        InvalidNotesInUnit 8:element-order
        InvalidStateValue 5:choice
        InvalidTranslateInSegment 5:attribute
        InvalidTypeSubTypeValues 6:attribute-needs
        InvalidTypeValue 13:choice
        InvalidValidation 6:element
        InvalidXmlLangInheritedFromFile 3:language
        InvalidXmlLangInheritedFromGroup 4:language
        InvalidXmlLangInheritedFromUnit 4:language
        InvalidXmlLangOnFile 3:language
        InvalidXmlLangOnGroup 4:language
        InvalidXmlLangOnUnit 4:language
        IsolatedEcWithId 6:attribute-missing 6:attribute-clash
        MissingIsolatedOnEc 6:attribute-needs
        MissingIsolatedOnSc 6:unpaired
        MissingNonRemovable1 19:code-missing
        MissingNonRemovable2 7:code-missing
        MissingReorderFirstNo 6:sequence
        NoFile 2:element-missing
        NoTrgLang 2:attribute-missing
        NoTrgLangWithIgnorable 2:attribute-missing
        NoUnitOrGroupInFile 3:element-missing
        NonEmptySkeletonWithHref 4:href
        NonIsolatedEcWithoutStartRef 6:unpaired 9:attribute-needs 9:twice
        NotesWithoutNote 4:element-missing
        OrderNotUnique1 11:twice
        OrderNotUnique2 7:twice
        OriginalDataWithoutData 5:element-missing
        PartIdNotUnique 8:twice
        RefAndValueInComment 6:attribute-clash
        SegmentIdNotUnique 8:twice
        SegmentWithoutSource 5:element-missing
        SrcLangNotWellFormed 2:value
        SubFlowWithInvalidReference 20:attribute-needs? 20:reference
        SubFlowWithInvalidValue 19:value
        SubStateWithoutState 5:attribute-needs
        SubTypeWithoutType 6:attribute-needs
        TrgLangNotWellFormed 2:value
        TwoSourceInUnit 7:element-twice
        UnitWithoutSegment 4:element-missing
        UnknownDataRefEndValue 10:twice 10:reference
        UnknownDataRefStartValue 10:twice 10:reference
        UnknownDataRefValue 9:twice 9:reference
        WrongLangOnTarget 3:language
        WrongReordering1 17:sequence
        WrongReordering2 16:sequence
        WrongSourceLang 6:language
        WrongTargetLang 7:language
        XmlLangNotWellFormed 7:value 7:language
        YesCanReorderInEcForFirstNoInSc 6:pair-differs
        canReorderContext1 6:attribute-needs 6:attribute-needs
        canReorderContext2 6:attribute-needs
        canReorderContext3 6:attribute-needs
        ctr-property-not-legit-category 29:twice
        ctr_appliesTo-not-using-ref-to-resolvableID 26:reference 35:attribute-needs
        ctr_property-not-content-or-valid-attribute-ref 33:reference
        ctr_ref-not-pointed-to-resolvableID 26:reference 35:attribute-needs
        ctr_revisions-not-using-ref-to-resolvableID 26:reference 35:attribute-needs
        fs_fs-not-valid-HTML 25:choice 26:attribute-needs 26:value
        fs_subFs-not-allowed-w-o-fs 25:choice 26:attribute-needs 26:value
        gls_glossEntry-and-translation-not-unique-in-glossary 26:twice 32:twice
        gls_glossEntry-w-o-translation-or-definition 27:one-of
        gls_invalid-extension 15:element 19:text
        mda_meta-missing-type 9:attribute-missing
        mda_meta-missplaced-appliesTo 9:attribute
        mda_metaGroup-id-not-nmtoken 8:value
        mda_metaGroup-id-not-unique 11:twice
        mda_metaGroup-invalid-appliesTo 8:choice
        mda_metadata-id-not-nmtoken 7:value
        mda_missing-metaGroup 7:element-missing 8:element
        mtc_id-not-nmtoken 19:value
        mtc_match-ID-not-unique 19:fragment 23:twice 23:fragment
        mtc_match-has-xml_lang 24:fragment 24:attribute 24:language
        mtc_subType-w-o-type-match 19:attribute-needs 19:fragment
        mtc_type-value-not-in-list 19:choice 19:fragment 23:fragment
        mtc_wrong-ref-syntax 19:fragment
        mtc_wrong-ref-value 19:reference
        res_resourceItem-not-unique 27:twice 45:reference 46:twice
        res_resourceItemRef-not-unique 27:twice 45:reference 46:twice
        res_source-has-content-and-href 31:href
        res_source-xml_lang-not-same-as-xliff 21:language 35:language 37:language
        slr_equivStorage-ec-not-isolated 26:unpaired 28:value 35:unpaired 36:attribute-needs 36:attribute-needs
        slr_equivStorage-not-integer 26:value 27:value 31:value
        slr_sizeInfo-ec-not-isolated 28:value 29:attribute-needs
        slr_sizeInfo-not-integer 19:value
        slr_sizeInfo-with-sizeInfoRef 31:attribute-clash
        slr_sizeInfoRef-ec-not-isolated 33:attribute-needs
        slr_sizeInfoRef-has-no-data-sib 26:reference
        slr_sizeInfoRef-with-sizeInfo 27:attribute-clash
        slr_sizeRestriction-patterns 23:value 29:value 32:value 36:value
        slr_storageRestriction-patterns 23:value 29:value 32:value 36:value
        val_ExactlyOneAttributeOnRule 18:one-of 32:one-of 45:one-of 54:attribute-needs
        val_existsInSourcePatternOnRule 22:one-of 36:attribute-needs
        val_invalid-caseSensitive 7:choice
        val_invalid-normalization 7:choice
        val_invalid-occurs 7:value
        """
}
