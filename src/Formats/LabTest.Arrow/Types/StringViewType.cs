namespace LabTest.Arrow.Types;

/// <summary>The type of UTF-8 text held as views, as polars writes its files.</summary>
public sealed class StringViewType : ArrowType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly StringViewType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public StringViewType()
        : base(ArrowTypeId.StringView, "utf8_view")
    {
    }
}
