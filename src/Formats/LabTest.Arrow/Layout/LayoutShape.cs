namespace LabTest.Arrow.Layout;

/// <summary>How a type's values lie in memory (Arrow columnar format, "Physical Memory Layout").</summary>
internal enum LayoutShape
{
    /// <summary>No buffers at all.</summary>
    Null,

    /// <summary>Validity; a bit a value.</summary>
    Bits,

    /// <summary>Validity; values of <see cref="PhysicalLayout.Width"/> bytes.</summary>
    Fixed,

    /// <summary>Validity; offsets of <see cref="PhysicalLayout.Width"/> bytes; bytes.</summary>
    Variable,

    /// <summary>Validity; views of 16 bytes; any number of buffers of bytes.</summary>
    View,

    /// <summary>Validity; offsets of <see cref="PhysicalLayout.Width"/> bytes; one child.</summary>
    List,

    /// <summary>Validity; one child with <see cref="PhysicalLayout.Width"/> elements a value.</summary>
    FixedList,

    /// <summary>Validity; children of the same length.</summary>
    Struct,
}
