namespace LabTest.Arrow.Types;

/// <summary>The type of UTF-8 text, up to 2 GiB in a column of a batch.</summary>
public sealed class StringType : ArrowType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly StringType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public StringType()
        : base(ArrowTypeId.String, "utf8")
    {
    }
}
