using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Scales;

namespace LabTest.Hdf5;

/// <summary>
/// Dimension scales: datasets that give the coordinates along a dimension of others, by the attributes that the HDF5 Dimension Scale
/// specification sets down.
/// </summary>
public static class Hdf5DimensionScales
{
    private const string Class = "CLASS";
    private const string ScaleClass = "DIMENSION_SCALE";
    private const string Name = "NAME";
    private const string Labels = "DIMENSION_LABELS";
    private const string List = "DIMENSION_LIST";
    private const string Uses = "REFERENCE_LIST";

    /// <summary>Makes a dataset a dimension scale.</summary>
    /// <param name="scale">The dataset.</param>
    /// <param name="name">What its coordinates are, such as "time".</param>
    public static void MakeScale(this Hdf5Dataset scale, string name)
    {
        SetText(scale, Class, ScaleClass);
        SetText(scale, Name, name);
    }

    /// <summary>Whether a dataset is a dimension scale.</summary>
    /// <param name="dataset">The dataset.</param>
    public static bool IsScale(this Hdf5Dataset dataset) => dataset.Attributes.Find(Class) is { Type: Hdf5TextType } kind && kind.Read<string>() == ScaleClass;

    /// <summary>Gives a dimension a name of its own.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="dimension">The dimension, 0 for the slowest.</param>
    /// <param name="label">The name.</param>
    public static void SetDimensionLabel(this Hdf5Dataset dataset, int dimension, string label)
    {
        Check(dataset, dimension);
        var labels = dataset.Attributes.Find(Labels)?.ReadArray<string>() ?? new string[dataset.Shape.Rank];
        labels[dimension] = label;
        dataset.Attributes.Set(Labels, labels);
    }

    /// <summary>Lets a scale give the coordinates along a dimension.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="dimension">The dimension, 0 for the slowest.</param>
    /// <param name="scale">The scale, in the same file; made one if it is none yet, under its own name.</param>
    public static void AttachScale(this Hdf5Dataset dataset, int dimension, Hdf5Dataset scale)
    {
        Check(dataset, dimension);
        if (scale.Node.File != dataset.Node.File || scale.Node == dataset.Node)
            throw new ArgumentException($"{scale} cannot be a scale of {dataset}: it must be another dataset of the same file.", nameof(scale));
        if (!scale.IsScale())
            scale.MakeScale(scale.Name);

        var lists = dataset.Attributes.Find(List)?.ReadArray<Hdf5Reference[]>() ?? [.. Enumerable.Repeat<Hdf5Reference[]>([], dataset.Shape.Rank)];
        if (lists[dimension].Contains(scale.Reference))
            return;
        lists[dimension] = [.. lists[dimension], scale.Reference];
        dataset.Attributes.Set(List, lists);

        var uses = scale.Attributes.Find(Uses)?.ReadArray<ScaleUse>() ?? [];
        scale.Attributes.Set<ScaleUse>(Uses, [.. uses, new ScaleUse(dataset.Reference, dimension)]);
    }

    /// <summary>The scales of a dimension.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="dimension">The dimension, 0 for the slowest.</param>
    public static IReadOnlyList<Hdf5Dataset> ScalesOf(this Hdf5Dataset dataset, int dimension)
    {
        Check(dataset, dimension);
        var lists = dataset.Attributes.Find(List)?.ReadArray<Hdf5Reference[]>();
        if (lists is null || lists.Length <= dimension)
            return [];
        return [.. lists[dimension].Select(r => dataset.Node.File.Objects.At(r.Address)).OfType<DatasetNode>().Select(n => new Hdf5Dataset(n, $"#{n.Address}"))];
    }

    private static void SetText(Hdf5Dataset dataset, string name, string text) =>
        dataset.Attributes.Set(name, [text], Hdf5Shape.Scalar,
            Hdf5Type.FixedText(System.Text.Encoding.UTF8.GetByteCount(text) + 1, Hdf5TextEncoding.Ascii, Hdf5TextPadding.NulTerminated));

    private static void Check(Hdf5Dataset dataset, int dimension)
    {
        if (dimension < 0 || dimension >= dataset.Shape.Rank)
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, $"{dataset} has {dataset.Shape.Rank} dimensions.");
    }
}
