using LabTest.Arrow.Tests.Canonical;

namespace LabTest.Arrow.Tests.Fuzz;

/// <summary>Looks at values wherever they are nested, but not at more than a number of them: an array of nulls may claim any length.</summary>
internal sealed class Toucher(int values)
{
    private int _left = values;

    public void Touch(RecordBatch batch)
    {
        foreach (var array in batch.Arrays)
            Touch(array);
    }

    private void Touch(IArrowArray array)
    {
        var step = Math.Max(array.Length / 100, 1);
        for (var i = 0L; i < array.Length && _left > 0; i += step, _left--)
            Touch(array, (int)i);
        if (array.Length > 0)
            Touch(array, array.Length - 1);
    }

    private void Touch(IArrowArray array, int i)
    {
        if (array.IsNull(i))
            return;
        switch (array)
        {
            case ListArray list:
                Touch(list.GetSlicedValues(i)!);
                break;
            case LargeListArray list:
                Touch(list.GetSlicedValues(i)!);
                break;
            case FixedSizeListArray list:
                Touch(list.GetSlicedValues(i)!);
                break;
            case StructArray row:
                foreach (var field in row.Fields)
                    Touch(field, i);
                break;
            case DictionaryArray dictionary:
                Touch(dictionary.Dictionary, dictionary.GetIndex(i)!.Value);
                break;
            default:
                CanonicalValues.Of(array, i);
                break;
        }
    }
}
