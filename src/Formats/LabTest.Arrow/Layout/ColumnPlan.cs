using LabTest.Arrow.Types;

namespace LabTest.Arrow.Layout;

/// <summary>What reading and writing a column needs to know of its type, worked out once for a schema.</summary>
internal sealed class ColumnPlan
{
    private ColumnPlan(Field field, Func<long> nextDictionaryId)
    {
        Field = field;
        Type = field.DataType;
        Layout = PhysicalLayout.Of(Type);
        if (Type is DictionaryType dictionary)
        {
            DictionaryId = nextDictionaryId();
            Values = new ColumnPlan(new Field(field.Name, dictionary.ValueType, nullable: true), nextDictionaryId);
        }
        else if (Type is NestedType nested)
        {
            Children = [.. nested.Fields.Select(child => new ColumnPlan(child, nextDictionaryId))];
        }

        HoldsDictionaries = Values is not null || System.Array.Exists(Children, child => child.HoldsDictionaries);
    }

    public Field Field { get; }

    public IArrowType Type { get; }

    public PhysicalLayout Layout { get; }

    public ColumnPlan[] Children { get; } = [];

    /// <summary>The values of a dictionary-encoded column, else <see langword="null"/>.</summary>
    public ColumnPlan? Values { get; }

    /// <summary>The dictionary of a dictionary-encoded column.</summary>
    public long DictionaryId { get; }

    /// <summary>Whether the column or anything in it is dictionary-encoded.</summary>
    public bool HoldsDictionaries { get; }

    /// <summary>The plans of a schema's columns.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="dictionaryIds">
    /// The dictionaries of the fields that are dictionary-encoded, a field before its children; without them they are counted from 0.
    /// </param>
    public static ColumnPlan[] Of(Schema schema, IEnumerable<long>? dictionaryIds = null)
    {
        using var ids = (dictionaryIds ?? CountUp()).GetEnumerator();
        return [.. schema.FieldsList.Select(field => new ColumnPlan(field, Next))];

        long Next() => ids.MoveNext() ? ids.Current : throw new InvalidOperationException("A dictionary-encoded field has no dictionary.");
    }

    /// <summary>This plan and those of all that is nested in it, dictionaries' values included.</summary>
    public IEnumerable<ColumnPlan> WithNested()
    {
        IEnumerable<ColumnPlan> nested = Values is null ? Children : [Values];
        return nested.SelectMany(plan => plan.WithNested()).Prepend(this);
    }

    /// <summary>The column, for messages.</summary>
    public override string ToString() => $"column '{Field.Name}' of {Type}";

    private static IEnumerable<long> CountUp()
    {
        for (var id = 0L; ; id++)
            yield return id;
    }
}
