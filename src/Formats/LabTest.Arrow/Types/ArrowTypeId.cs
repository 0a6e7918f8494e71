namespace LabTest.Arrow.Types;

/// <summary>The kinds of Arrow types (Schema.fbs, union <c>Type</c>), told apart by width where the format does so by a parameter.</summary>
public enum ArrowTypeId
{
    /// <summary>Nothing but nulls.</summary>
    Null,

    /// <summary>A bit a value.</summary>
    Boolean,

    /// <summary>An unsigned 8-bit integer.</summary>
    UInt8,

    /// <summary>A signed 8-bit integer.</summary>
    Int8,

    /// <summary>An unsigned 16-bit integer.</summary>
    UInt16,

    /// <summary>A signed 16-bit integer.</summary>
    Int16,

    /// <summary>An unsigned 32-bit integer.</summary>
    UInt32,

    /// <summary>A signed 32-bit integer.</summary>
    Int32,

    /// <summary>An unsigned 64-bit integer.</summary>
    UInt64,

    /// <summary>A signed 64-bit integer.</summary>
    Int64,

    /// <summary>A 16-bit floating-point number.</summary>
    HalfFloat,

    /// <summary>A 32-bit floating-point number.</summary>
    Float,

    /// <summary>A 64-bit floating-point number.</summary>
    Double,

    /// <summary>UTF-8 text with 32-bit offsets.</summary>
    String,

    /// <summary>Bytes of any number, with 32-bit offsets.</summary>
    Binary,

    /// <summary>Bytes, the same number in each value.</summary>
    FixedSizedBinary,

    /// <summary>Days since 1970-01-01 in 32 bits.</summary>
    Date32,

    /// <summary>Milliseconds since 1970-01-01 in 64 bits, a multiple of a day.</summary>
    Date64,

    /// <summary>An instant since 1970-01-01, with or without a zone.</summary>
    Timestamp,

    /// <summary>A time of day in 32 bits.</summary>
    Time32,

    /// <summary>A time of day in 64 bits.</summary>
    Time64,

    /// <summary>A calendar interval.</summary>
    Interval,

    /// <summary>A decimal number in 128 bits.</summary>
    Decimal128,

    /// <summary>A decimal number in 256 bits.</summary>
    Decimal256,

    /// <summary>A list with 32-bit offsets.</summary>
    List,

    /// <summary>Named children side by side.</summary>
    Struct,

    /// <summary>Indices into a dictionary of values.</summary>
    Dictionary,

    /// <summary>A list of pairs of key and value.</summary>
    Map,

    /// <summary>A list with the same number of elements in each value.</summary>
    FixedSizeList,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Bytes of any number, as views into any number of buffers.</summary>
    BinaryView,

    /// <summary>UTF-8 text, as views into any number of buffers.</summary>
    StringView,

    /// <summary>A list with 64-bit offsets.</summary>
    LargeList,

    /// <summary>Bytes of any number, with 64-bit offsets.</summary>
    LargeBinary,

    /// <summary>UTF-8 text with 64-bit offsets.</summary>
    LargeString,
}
